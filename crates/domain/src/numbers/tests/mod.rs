mod curves;
mod judged;
mod lines;
mod paces;
mod shares;
