use crate::filled::code;
use crate::house::{House, PHONE, on_both_engines};
use crate::traces::traces;
use guanjia_app::numbers::Period;
use guanjia_app::people::NewStaff;
use guanjia_app::{AppError, Person};
use guanjia_domain::ids::StaffId;
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{Refusal, Role};

/// Words that stand nowhere else.
const SAID: &str = "家里老人住院，这个月请了九天假。";

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

#[test]
fn who_left_no_phone_is_reached_by_the_account() {
    on_both_engines(|house| {
        let (app, secretary) = (&house.app, house.who("书记"));
        let (its, program) = (app.clone(), Principal::plain(Role::System, code(), None));
        let (id, tier, organisation) = (StaffId(app.id().unwrap()), None, None);
        let person = Person { name: "丙某".into(), phone: String::new() };
        let new = NewStaff { id, post: Post::SocialWorker, tier, organisation, person };
        app.db.write(code(), move |tx| its.put_staff(tx, &program, code(), &new)).wait().unwrap();
        let (own, other) = (house.who("丙某"), house.who("甲某"));
        let (account, elsewhere) = (StaffId(own.id.unwrap()), StaffId(other.id.unwrap()));
        for (who, words) in [(&own, SAID), (&other, "另一个人说的话。")] {
            app.comment_load(who, code(), words).unwrap().wait().unwrap();
        }
        assert!(!traces(app, code(), SAID).is_empty(), "the search does not find it");
        let held = |of| app.db.read(|tx| app.held_of_account(tx, &secretary, code(), of));
        assert_eq!(held(account).unwrap().comments[0].words, SAID);
        let offered = app.db.read(|tx| app.desk_accounts(tx, &secretary, code())).unwrap();
        assert!(offered.iter().any(|it| it.id == account && it.name == "丙某" && !it.left));
        let nobody = |outcome: Result<_, AppError>| {
            assert!(matches!(outcome, Err(AppError::Refused(Refusal::Forbidden))), "{outcome:?}");
        };
        nobody(app.db.read(|tx| app.held_of_account(tx, &own, code(), account)).map(drop));
        nobody(app.copy_of_account(&own, code(), account, "好奇").unwrap().wait().map(drop));
        nobody(app.erase_of_account(&other, code(), account, "捣乱").unwrap().wait().map(drop));
        assert!(app.erase_of_account(&secretary, code(), account, " ").is_err(), "a reason is needed");
        let copy = app.copy_of_account(&secretary, code(), account, "本人要求").unwrap().wait().unwrap();
        assert_eq!(copy.comments[0].words, SAID);
        let erased = app.erase_of_account(&secretary, code(), account, "本人要求").unwrap().wait().unwrap();
        assert_eq!(erased.comments, 1);
        assert_eq!(traces(app, code(), SAID), Vec::<String>::new());
        assert!(matches!(held(account), Err(AppError::Refused(Refusal::NotFound))));
        assert_eq!(held(elsewhere).unwrap().comments.len(), 1, "somebody else lost something");
        house.sound();
    });
}
