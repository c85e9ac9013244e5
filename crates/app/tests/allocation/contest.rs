//! Objections: who may object, who may read them, and that their words can go.

use super::house::{House, on_both_engines, refusal};
use guanjia_domain::Refusal;
use guanjia_domain::allocation::Verdict;
use guanjia_domain::ids::{AllocationId, ObjectionId};
use guanjia_store::copy::COPIED;
use guanjia_store::value::Value;

const REASON: &str = "家里有老人，晚上过不来。";
const ANSWER: &str = "晚间由书记代为处理。";

fn object(house: &House, who: &str, id: AllocationId, estate: &str) -> guanjia_app::Result<ObjectionId> {
    let estate = house.estates[estate];
    house.app.object(&house.who(who), house.code, (id, estate), REASON)?.wait()
}

fn answer(house: &House, id: AllocationId, objection: ObjectionId) -> guanjia_app::Result<()> {
    let said = (Verdict::Kept, ANSWER);
    house.app.answer_objection(&house.who("书记"), house.code, (id, objection), said)?.wait()
}

/// How many rows of the vault belong to an objection.
fn kept(house: &House, id: ObjectionId) -> usize {
    let mut rows = 0;
    for table in COPIED.iter().filter(|table| table.name == "vault") {
        let count = |row: &[Value]| {
            rows += usize::from(row.iter().any(|it| *it == Value::from(id.0)));
            Ok(())
        };
        house.app.db.read(|tx| tx.copy_out(table, count)).unwrap();
    }
    rows
}

#[test]
fn whom_it_concerns_objects_and_the_secretary_answers_before_approving() {
    on_both_engines(|house| {
        let id = house.begin(|ask| ask.most_changes = Some(0));
        assert!(refusal(object(house, "甲某", id, "中院")) == Refusal::NotFound, "it is not laid yet");
        house.lay(id).unwrap();
        assert_eq!(refusal(object(house, "甲某", id, "大院")), Refusal::Forbidden, "not theirs");
        assert_eq!(refusal(object(house, "书记", id, "大院")), Refusal::Forbidden, "the draft is theirs");
        let objection = object(house, "甲某", id, "中院").unwrap();
        let told = |name: &str| house.sheet(name, id).unwrap().objections[0].told.clone();
        assert_eq!(told("甲某").unwrap().1, REASON);
        assert_eq!(told("书记").unwrap().0, "甲某");
        assert_eq!(told("乙某"), None, "that there is one, and no more");
        assert_eq!(refusal(house.approve(id, (None, None))), Refusal::ObjectionsOpen { n: 1 });
        let inbox = house.app.db.read(|tx| house.app.inbox(tx, &house.who("书记"))).unwrap();
        assert!(inbox.iter().any(|it| it.notice.kind == "allocation_objected"));
        answer(house, id, objection).unwrap();
        assert_eq!(refusal(answer(house, id, objection)), Refusal::ObjectionAnswered);
        assert_eq!(told("甲某").unwrap().2, ANSWER);
        house.approve(id, (None, None)).unwrap();
        assert_eq!(told("甲某").unwrap().1, REASON, "both are kept");
        assert_eq!(refusal(object(house, "甲某", id, "中院")), Refusal::AllocationEnded);
        house.holds_together();
    });
}

#[test]
fn the_words_are_nowhere_but_in_the_vault_and_go_when_they_must() {
    on_both_engines(|house| {
        let id = house.begin(|ask| ask.most_changes = Some(0));
        house.lay(id).unwrap();
        let objection = object(house, "甲某", id, "中院").unwrap();
        answer(house, id, objection).unwrap();
        let secretary = house.who("书记");
        let held =
            house.app.db.read(|tx| house.app.held_of(tx, &secretary, house.code, "13800000002")).unwrap();
        assert_eq!(held.contests[0].words, [REASON, ANSWER]);
        assert_eq!(kept(house, objection), 2);
        let erased = house.app.erase_person(&secretary, house.code, "13800000002", "本人要求").unwrap();
        assert_eq!((erased.contests, kept(house, objection)), (1, 0));
        let line = &house.sheet("甲某", id).unwrap().objections[0];
        assert!(line.objection.erased && line.told.as_ref().unwrap().1.is_empty());
        let again = house.app.erase_person(&secretary, house.code, "13800000002", "本人要求");
        assert_eq!(refusal(again), Refusal::NotFound);
        house.holds_together();
    });
}
