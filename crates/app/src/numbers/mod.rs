//! Numbers: counted from the lives of requests whenever somebody looks.

mod facts;
