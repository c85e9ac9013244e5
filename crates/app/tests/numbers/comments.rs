use crate::filled::code;
use crate::house::{House, PHONE, on_both_engines};
use guanjia_app::AppError;
use guanjia_app::numbers::Period;
use guanjia_domain::Refusal;

fn comments(house: &House, who: &str) -> Vec<String> {
    let app = &house.app;
    let sheet = app.db.read(|tx| app.load(tx, &house.who(who), code(), Period::Days(30))).unwrap();
    sheet.comments.into_iter().map(|it| it.words).collect()
}

#[test]
fn what_is_said_on_the_own_figures_is_read_found_and_erased() {
    on_both_engines(|house| {
        let app = &house.app;
        for words in ["暖气刚开，报修是平时的三倍。", "上周病假。"] {
            app.comment_load(&house.who("甲某"), code(), words).unwrap().wait().unwrap();
        }
        assert!(app.comment_load(&house.who("甲某"), code(), " ").is_err());
        assert_eq!(comments(house, "甲某").len(), 2);
        assert_eq!(comments(house, "书记").len(), 2);
        assert_eq!(comments(house, "乙某"), Vec::<String>::new());
        let secretary = house.who("书记");
        let held = app.db.read(|tx| app.held_of(tx, &secretary, code(), PHONE)).unwrap();
        assert_eq!(held.comments.len(), 2);
        house.sound();
        let erased = app.erase_person(&secretary, code(), PHONE, "本人要求").unwrap();
        assert_eq!(erased.comments, 2);
        assert_eq!(comments(house, "书记"), Vec::<String>::new());
        let gone = app.db.read(|tx| app.held_of(tx, &secretary, code(), PHONE));
        assert!(matches!(gone, Err(AppError::Refused(Refusal::NotFound))));
        // A number is never given twice: what is said next is not what was erased in an older backup.
        app.comment_load(&house.who("甲某"), code(), "又有话说。").unwrap().wait().unwrap();
        assert_eq!(comments(house, "书记"), ["又有话说。"]);
        let held = app.db.read(|tx| app.held_of(tx, &secretary, code(), PHONE)).unwrap();
        assert_eq!(held.comments[0].n, 2);
        house.sound();
    });
}
