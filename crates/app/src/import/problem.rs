//! What keeps a sound workbook from being imported into this community, and how it is put right.

use guanjia_sheets::{Lang, Place, Problem};

/// A problem of an import, or a notice, with its file.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportProblem {
    /// The file itself is wrong.
    Sheet {
        /// The file.
        file: String,
        /// What is wrong in it.
        problem: Problem,
    },
    /// It does not fit what is stored.
    House {
        /// The row, if it is about one.
        place: Option<Place>,
        /// What does not fit.
        what: HouseProblem,
    },
}

/// What does not fit what is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum HouseProblem {
    /// Estates are new and nobody is the secretary, whose estates they would be at first.
    NoSecretary,
    /// Several people are stored with this name, and the row has no phone that tells which.
    SameName { name: String },
    /// Another file names another steward for the estate.
    TwoStewards { estate: String },
    /// Two people are named as deputies of the estate.
    TwoDeputies { estate: String },
    /// Steward and deputy of the estate would be the same person.
    DeputyIsSteward { estate: String },
    /// Somebody would lose the post that an estate of theirs needs.
    StillAccountable { name: String, estates: Vec<String> },
    /// Stewards and deputies are decided by somebody else than who imports.
    ClaimsNotYours,
    /// Staff and organisations are not for who imports.
    PeopleNotYours,
    /// The grid's worker is on the staff with another post.
    NotAGridWorker { name: String },
    /// A part of the grid belongs to a stored grid that the sheets do not redraw.
    GridTaken { what: String, other: String },
    /// An estate would get the name of another one.
    EstateNameTaken { name: String },
    /// Several residents of this name may be meant, and nobody guesses.
    SeveralResidents { name: String },
    /// Notice: the grid names several workers; the first is taken.
    SeveralWorkers { grid: String, taken: String },
    /// Notice: one file names two homes of somebody; the first is taken.
    SecondHome { name: String },
    /// Notice: rooms of residents that no building has.
    RoomsUnknown { residents: u64, example: String },
}

impl ImportProblem {
    pub(super) fn house(place: Option<&Place>, what: HouseProblem) -> Self {
        Self::House { place: place.cloned(), what }
    }

    /// The file, if it is about one.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Sheet { file, .. } => Some(file),
            Self::House { .. } => None,
        }
    }

    /// The sheet, if it is about one.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match self {
            Self::Sheet { problem, .. } => problem.sheet.as_deref(),
            Self::House { place, .. } => place.as_ref().map(|place| &*place.sheet),
        }
    }

    /// The row as the spreadsheet program shows it, if it is about one.
    #[must_use]
    pub fn row(&self) -> Option<u32> {
        match self {
            Self::Sheet { problem, .. } => problem.row,
            Self::House { place, .. } => place.as_ref().map(|place| place.row),
        }
    }

    /// The column, letter and name, if it is about one.
    #[must_use]
    pub fn column(&self) -> Option<String> {
        match self {
            Self::Sheet { problem, .. } => {
                problem.column.as_ref().map(|it| format!("{} {}", it.letter, it.name))
            }
            Self::House { .. } => None,
        }
    }

    /// What is wrong, in one sentence without its place and without a full stop.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Sheet { problem, .. } => problem.text(lang),
            Self::House { what, .. } => what.words(lang).0,
        }
    }

    /// What to do about it, in one sentence without a full stop.
    #[must_use]
    pub fn cure(&self, lang: Lang) -> String {
        match self {
            Self::Sheet { problem, .. } => problem.cure(lang),
            Self::House { what, .. } => what.words(lang).1,
        }
    }

    /// File, place, matter and cure in one line.
    #[must_use]
    pub fn line(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Sheet { file, problem }, Lang::Zh) => format!("文件「{file}」，{}", problem.line(lang)),
            (Self::Sheet { file, problem }, Lang::En) => format!("file “{file}”, {}", problem.line(lang)),
            (Self::House { place, what }, Lang::Zh) => {
                let (text, cure) = what.words(lang);
                let at = place.as_ref().map(|it| format!("工作表「{}」，第 {} 行：", it.sheet, it.row));
                format!("{}{text}。{cure}。", at.unwrap_or_default())
            }
            (Self::House { place, what }, Lang::En) => {
                let (text, cure) = what.words(lang);
                let at = place.as_ref().map(|it| format!("sheet “{}”, row {}: ", it.sheet, it.row));
                format!("{}{text}. {cure}.", at.unwrap_or_default())
            }
        }
    }
}

impl HouseProblem {
    fn words(&self, lang: Lang) -> (String, String) {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> (String, String) {
        let (text, cure) = match self {
            Self::NoSecretary => (
                "社区还没有书记，新小区没有人负责".to_owned(),
                "请在工作人员表中填写一位岗位为书记的人，与小区表一起导入或先导入",
            ),
            Self::SameName { name } => {
                (format!("已有几位名叫“{name}”的工作人员"), "请在这一行填写电话，以便区分")
            }
            Self::TwoStewards { estate } => {
                (format!("“{estate}”有两位片管家"), "每个小区只能有一位，请删去其中一位的负责小区")
            }
            Self::TwoDeputies { estate } => (format!("“{estate}”有两位B角"), "请删去其中一位"),
            Self::DeputyIsSteward { estate } => (format!("“{estate}”的片管家和B角是同一人"), "请另选一位B角"),
            Self::StillAccountable { name, estates } => (
                format!("“{name}”仍是{}的片管家或B角，不能改为这个岗位", estates.join("、")),
                "请先把这些小区交给别人",
            ),
            Self::ClaimsNotYours => {
                ("负责小区和AB角由书记决定".to_owned(), "请由书记导入这张表，或把这两列留空")
            }
            Self::PeopleNotYours => ("您不能变更工作人员和单位".to_owned(), "请由书记或系统管理员导入这张表"),
            Self::NotAGridWorker { name } => {
                (format!("“{name}”的岗位不是网格员"), "请在工作人员表中改正岗位，或换一位网格员")
            }
            Self::GridTaken { what, other } => {
                (format!("“{what}”已属于“{other}”"), "请把那个网格也写进表里并改正范围，或从这里删去")
            }
            Self::EstateNameTaken { name } => (format!("“{name}”已是另一个小区的名称"), "请换一个名称或别名"),
            Self::SeveralResidents { name } => (
                format!("可能是已登记的几位“{name}”中的一位，无法确定是谁"),
                "请在这一行填写身份证号，或填写原来登记的电话和房号",
            ),
            Self::SecondHome { name } => {
                (format!("“{name}”在表中有两处住房，只记第一处"), "第二处住房请导入后在民情卡上添加")
            }
            Self::SeveralWorkers { grid, taken } => {
                (format!("“{grid}”写了几位网格员，只记“{taken}”"), "如要改变，请把负责的那位写在最前")
            }
            Self::RoomsUnknown { residents, example } => (
                format!("{residents} 位居民的房号在楼栋中没有，例如{example}"),
                "仍会登记在小区名下，原来写的地址保留在居民卡中；补齐户室后可再导入一次",
            ),
        };
        (text, cure.to_owned())
    }

    fn english(&self) -> (String, String) {
        let (text, cure) = match self {
            Self::NoSecretary => (
                "the community has no secretary, so nobody would look after a new estate".to_owned(),
                "Give somebody in the staff sheet the post of secretary, and import it before or with the estates",
            ),
            Self::SameName { name } => (
                format!("several members of staff are called “{name}”"),
                "Give the phone in this row, which tells them apart",
            ),
            Self::TwoStewards { estate } => (
                format!("“{estate}” has two stewards"),
                "An estate has exactly one; take it from one of them",
            ),
            Self::TwoDeputies { estate } => {
                (format!("“{estate}” has two deputies"), "Take it from one of them")
            }
            Self::DeputyIsSteward { estate } => {
                (format!("steward and deputy of “{estate}” are the same person"), "Choose another deputy")
            }
            Self::StillAccountable { name, estates } => (
                format!(
                    "“{name}” is still steward or deputy of {}, which this post does not allow",
                    estates.join(", ")
                ),
                "Hand these estates over first",
            ),
            Self::ClaimsNotYours => (
                "stewards and deputies are decided by the secretary".to_owned(),
                "Let the secretary import this sheet, or leave those two columns empty",
            ),
            Self::PeopleNotYours => (
                "staff and organisations are not yours to change".to_owned(),
                "Let the secretary or the system administrator import this sheet",
            ),
            Self::NotAGridWorker { name } => (
                format!("the post of “{name}” is not grid worker"),
                "Correct the post in the staff sheet, or name another grid worker",
            ),
            Self::GridTaken { what, other } => (
                format!("“{what}” belongs to “{other}” already"),
                "Put that grid into the sheet too with its new scope, or take the part out here",
            ),
            Self::EstateNameTaken { name } => {
                (format!("“{name}” is the name of another estate"), "Choose another name or alias")
            }
            Self::SeveralResidents { name } => (
                format!("this may be one of several residents “{name}”, and it cannot be told who"),
                "Write the ID number in this row, or the telephone and room as they are stored",
            ),
            Self::SecondHome { name } => (
                format!("“{name}” has two homes in the sheets; the first is taken"),
                "Add the second home on the resident's card after the import",
            ),
            Self::SeveralWorkers { grid, taken } => (
                format!("“{grid}” names several grid workers; “{taken}” is taken"),
                "To change that, write the responsible one first",
            ),
            Self::RoomsUnknown { residents, example } => (
                format!("the rooms of {residents} residents are in no building, such as {example}"),
                "They are registered in the estate and keep the address on the card; import again once the rooms exist",
            ),
        };
        (text, cure.to_owned())
    }
}
