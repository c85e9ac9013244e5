#![allow(warnings)]
use guanjia_domain::ids::*;
use guanjia_domain::limit::{Limit, Rules};
use guanjia_domain::request::{self, Channel, Context, File, Place, Command};
use guanjia_domain::text::Text;
use guanjia_domain::*;
use guanjia_store::timers::{Notice, Timer};
use guanjia_store::vault::pack;
use guanjia_store::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use uuid::Uuid;

const TEXT: &str = "理工大长风住宅小区四号楼一单元门口的路灯已经坏了三天晚上回家完全看不见路老人小孩都怕摔跤请尽快派人来修理一下多谢管家同志辛苦了";

fn id(n: u64) -> Uuid {
    let t = 1_760_000_000_000u64 + n / 10;
    let mut b = [0u8; 16];
    b[..6].copy_from_slice(&t.to_be_bytes()[2..]);
    let mut h = n.wrapping_mul(0x9E3779B97F4A7C15);
    h ^= h >> 29;
    b[6] = 0x70; b[7] = (n % 10) as u8;
    b[8..].copy_from_slice(&h.to_be_bytes());
    Uuid::from_bytes(b)
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    match args[1].as_str() {
        "verify" => verify(args[2].parse().unwrap()),
        "file" => filing(&args[2], args[3].parse().unwrap(), args[4] == "tasks"),
        _ => panic!(),
    }
}

fn code() -> CommunityCode { "140109013001".parse().unwrap() }

fn verify(n: u64) {
    let folder = std::path::PathBuf::from(format!("/tmp/fr/verify-{n}"));
    let fresh = !folder.exists();
    let db = Db::open_folder(&folder).unwrap();
    let c = code();
    if fresh {
        let began = Instant::now();
        let rules = Rules::default();
        for chunk in 0..n / 1000 {
            let rules = rules.clone();
            db.write::<_, StoreError>(c, move |tx| {
                for i in 0..1000 {
                    let k = chunk * 1000 + i;
                    let at = Moment(1_760_000_000_000 + (k / 10) as i64);
                    let staff = Actor::staff(Role::Officer, StaffId(id(7)));
                    let who = Actor::staff(Role::GridWorker, StaffId(id(8)));
                    let ctx = Context { now: at, actor: Actor::RESIDENT, rules: &rules };
                    let number = tx.next_request_number(c)?;
                    let rid = RequestId(id(k));
                    let new = File { id: rid, number, place: Place { estate: EstateId(id(1)), building: Some(BuildingId(id(2))), unit: Some(UnitId(id(3))), room: None }, matter: Some("0101".into()), channel: Channel::Web, urgent: false, on_behalf: false, text: Text::new("t", "x").unwrap(), photos: 0, limit: "5wd".parse::<Limit>().unwrap() };
                    let first = request::file(&new, &ctx).unwrap();
                    let s = Subject::Request(rid);
                    let mut r = request::Request::reported(rid, Actor::RESIDENT, at, match &first { request::RequestEvent::Reported(x) => x, _ => panic!() });
                    let mut events = vec![Event { at, actor: Actor::RESIDENT, subject: s, body: first.into() }];
                    let t = Text::new("t", "x").unwrap();
                    let party = Party::GridWorker(StaffId(id(8)));
                    for cmd in [Command::Accept, Command::Dispatch { to: party, words: None }, Command::Take { by: party }, Command::Dispose { reply: t.clone(), note: None, photos: 0 }] {
                        let ctx = Context { now: at, actor: staff, rules: &rules };
                        for e in request::decide(&r, &cmd, &ctx).unwrap() { r.apply(staff, at, &e); events.push(Event { at, actor: staff, subject: s, body: e.into() }); }
                    }
                    tx.record(c, None, &events)?;
                }
                Ok(())
            }).wait().unwrap();
        }
        println!("made {} requests in {:?}", n, began.elapsed());
    }
    for _ in 0..3 {
        let began = Instant::now();
        let report = guanjia_store::verify::verify(&db, &mut |_| {}).unwrap();
        println!("{report:?} in {:?}", began.elapsed());
    }
}

struct Ready { n: u64, sealed: Vec<u8>, reporter: Vec<u8>, tokens: Vec<u8>, digest: [u8; 16] }

fn ready(vault: &Vault, c: CommunityCode, n: u64) -> Ready {
    let slot = |kind| Slot { community: c, owner: id(n), kind, n: 0 };
    Ready { n,
        sealed: vault.seal(&slot(Kind::Words), TEXT.as_bytes()).unwrap(),
        reporter: vault.seal(&slot(Kind::Reporter), "{\"name\":\"某某某\",\"phone\":\"13800000000\"}".as_bytes()).unwrap(),
        tokens: pack(&vault.index().tokens(c, TEXT)),
        digest: vault.index().value(c.as_str(), "filing", TEXT),
    }
}

fn work(tx: &mut Tx, c: CommunityCode, rules: &Rules, r: &Ready) -> Result<u64> {
    let rid = RequestId(id(r.n));
    if tx.filed_digest(c, rid)?.is_some() { return Ok(0); }
    let at = Moment(1_760_000_000_000 + (r.n / 10) as i64);
    let ctx = Context { now: at, actor: Actor::RESIDENT, rules };
    let number = tx.next_request_number(c)?;
    let new = File { id: rid, number, place: Place { estate: EstateId(id(1)), building: Some(BuildingId(id(2))), unit: Some(UnitId(id(3))), room: None }, matter: Some("0101".into()), channel: Channel::Web, urgent: false, on_behalf: false, text: Text::new("t", "x").unwrap(), photos: 0, limit: "5wd".parse::<Limit>().unwrap() };
    let first = request::file(&new, &ctx).unwrap();
    tx.record(c, None, &[Event { at, actor: Actor::RESIDENT, subject: Subject::Request(rid), body: first.into() }])?;
    let slot = |kind| Slot { community: c, owner: rid.0, kind, n: 0 };
    tx.keep(&slot(Kind::Words), &r.sealed)?;
    tx.keep(&slot(Kind::Reporter), &r.reporter)?;
    tx.remember_contact(c, &r.digest, "request", rid.0)?;
    tx.index_request(c, rid, &r.digest, &r.tokens)?;
    tx.set_timer(c, &Timer { rings_at: at.plus(3_600_000), subject: rid.0, kind: "due_soon".into() })?;
    tx.set_timer(c, &Timer { rings_at: at.plus(7_200_000), subject: rid.0, kind: "overdue".into() })?;
    tx.notify(c, "steward", &Notice { id: id(r.n + 1_000_000_000), at, kind: "reported".into(), subject: rid.0, read_at: None })?;
    Ok(number)
}

fn filing(engine: &str, seconds: u64, tasks: bool) {
    let folder = std::path::PathBuf::from("/tmp/fr/filing");
    let _ = std::fs::remove_dir_all(&folder);
    let db = if engine == "sqlite" { Db::open_folder(&folder).unwrap() } else { Db::open(Location::Server(engine.into())).unwrap() };
    let c = code();
    let vault = Vault::new(&Key::from_bytes([7; 32]));
    let rules = Arc::new(Rules::default());
    let next = Arc::new(AtomicU64::new(1000));
    let done = Arc::new(AtomicU64::new(0));
    let began = Instant::now();
    let until = began + Duration::from_secs(seconds);
    let one = { let (db, vault, rules, next) = (db.clone(), vault.clone(), rules.clone(), next.clone());
        move || { let n = next.fetch_add(1, Ordering::Relaxed); let r = ready(&vault, c, n); let rules = rules.clone();
            db.write::<_, StoreError>(c, move |tx| work(tx, c, &rules, &r)) } };
    if tasks {
        let rt = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        rt.block_on(async {
            let mut all = vec![];
            for _ in 0..64 { let (one, done) = (one.clone(), done.clone());
                all.push(tokio::spawn(async move { while Instant::now() < until { one().arrives().await.unwrap(); done.fetch_add(1, Ordering::Relaxed); } })); }
            for t in all { t.await.unwrap(); }
        });
    } else {
        std::thread::scope(|s| { for _ in 0..64 { let (one, done) = (one.clone(), done.clone());
            s.spawn(move || while Instant::now() < until { one().wait().unwrap(); done.fetch_add(1, Ordering::Relaxed); }); } });
    }
    let n = done.load(Ordering::Relaxed);
    println!("{engine} {} filings in {:?}: {:.0}/s", n, began.elapsed(), n as f64 / began.elapsed().as_secs_f64());
}
