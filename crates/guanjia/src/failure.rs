//! Why a command failed, in both languages, and the exit code.

use crate::language::Language;
use guanjia_app::AppError;
use guanjia_app::backup::BackupError;
use guanjia_app::demo::DemoError;
use guanjia_app::everything::LeavingError;
use guanjia_domain::Refusal;
use guanjia_store::StoreError;
use guanjia_web::refusals::told;
use guanjia_web::serve::ServeError;
use guanjia_web::words::{self, Words};

/// A failure that names its cure.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    chinese: String,
    english: String,
}

impl Failure {
    /// Refused or failed: exit code 1.
    pub fn refused(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { code: 1, chinese: chinese.into(), english: english.into() }
    }

    /// Wrong usage: exit code 2.
    pub fn usage(chinese: impl Into<String>, english: impl Into<String>) -> Self {
        Self { code: 2, chinese: chinese.into(), english: english.into() }
    }

    /// Standard output cannot be written.
    pub fn output(error: &std::io::Error) -> Self {
        Self::refused(format!("无法输出：{error}。"), format!("Standard output cannot be written: {error}."))
    }

    /// A file cannot be read or written.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        let path = path.display();
        Self::refused(
            format!("文件 {path}：{error}。请核对路径和权限。"),
            format!("{path}: {error}. Look at the path and its permissions."),
        )
    }

    /// The exit code.
    pub const fn code(&self) -> u8 {
        self.code
    }

    /// What a person reads.
    pub fn told(&self, language: Language) -> String {
        language.pick(&self.chinese, &self.english).clone()
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Refused(refusal) => refused(&refusal),
            AppError::Store(error) => error.into(),
        }
    }
}

/// A refusal in the words of the pages, and in others where a command has another cure than a form.
fn refused(refusal: &Refusal) -> Failure {
    match refusal {
        Refusal::NotFound => Failure::refused(
            "没有找到。请核对社区代码、角色或姓名。",
            "There is no such thing. Look at the community's code, the role or the name.",
        ),
        Refusal::NameTaken { name, .. } => Failure::refused(
            format!("“{name}”已经有了。请换一个名称，或直接使用已有的。"),
            format!("“{name}” exists already. Choose another name, or use the one that is there."),
        ),
        Refusal::LastSecretary => Failure::refused(
            "社区还没有书记。请先导入工作人员表，其中一人的岗位为书记。",
            "The community has no secretary. Import a staff sheet first in which somebody's post is secretary.",
        ),
        other => {
            let told = |language| {
                let problem = told(Words::of(language), other);
                format!("{} {}", problem.message, problem.cure).trim_end().to_owned()
            };
            Failure::refused(told(words::Language::ZhCn), told(words::Language::En))
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let cure = match &error {
            StoreError::Unavailable(_) => {
                Some(("稍后再试；若一直如此，请查看磁盘和数据库", "Try again in a moment"))
            }
            StoreError::Unknown(_) => Some(("请重新运行一次", "Run it once more")),
            StoreError::Damaged(_) => Some(("请运行 guanjia verify，再从备份恢复", "Run guanjia verify")),
            StoreError::WrongKey(_) => Some((
                "请放回原来的 guanjia.key，或设置 GUANJIA_KEY",
                "Put the right guanjia.key back, or set GUANJIA_KEY",
            )),
            StoreError::Schema(_) => Some(("请使用与数据相符的版本", "Use the version that fits the data")),
            StoreError::Refused(_) | StoreError::File { .. } => None,
        };
        match cure {
            Some((chinese, english)) => {
                Self::refused(format!("{error}。{chinese}。"), format!("{error}. {english}."))
            }
            None => Self::refused(format!("{error}。"), format!("{error}.")),
        }
    }
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        let english = format!("{error}.");
        match error {
            BackupError::Exists(file) => Self::refused(
                format!("{file} 已经存在，备份从不覆盖文件。请用 --to 指明另一个文件或目录。"),
                format!("{english} Name another file or folder with --to."),
            ),
            BackupError::NotEmpty(folder) => Self::refused(
                format!("{folder} 中已有数据，恢复从不覆盖。请用 --data 指明一个空目录。"),
                format!("{english} Name an empty folder with --data."),
            ),
            BackupError::Broken { path, reason } => Self::refused(
                format!("{path} 不能用作备份：{reason}。请换一份备份。"),
                format!("{english} Take another backup."),
            ),
            BackupError::OtherKey(file) => Self::refused(
                format!("密钥不对：{file} 不是用它封存的。请用 --key 指明当时的 guanjia.key。"),
                format!("{english} Name the guanjia.key of that time with --key."),
            ),
            BackupError::Unsound(fault) => Self::refused(
                format!("数据本身核验不通过：{fault}。请运行 guanjia verify 查看，并保留以前的备份。"),
                format!("{english} Run guanjia verify, and keep the backups made before."),
            ),
            BackupError::Store(error) => error.into(),
            BackupError::App(error) => error.into(),
        }
    }
}

impl From<LeavingError> for Failure {
    fn from(error: LeavingError) -> Self {
        let english = format!("{error}.");
        match error {
            LeavingError::Exists(file) => Self::refused(
                format!("{file} 已经存在，不会覆盖。请用 --out 指明另一个文件。"),
                format!("{english} Name another file with --out."),
            ),
            LeavingError::NotEmpty(folder) => Self::refused(
                format!("{folder} 中已有数据，全部数据只能导入空目录。请用 --data 指明一个空目录。"),
                format!("{english} Name an empty folder with --data."),
            ),
            LeavingError::Broken { path, reason } => Self::refused(
                format!("{path} 不能导入：{reason}。什么都没有写入，请换一份完整的文件。"),
                format!("{english} Nothing was written. Take another copy of the file."),
            ),
            LeavingError::Unsound(fault) => Self::refused(
                format!(
                    "文件中的账本核验不通过：{fault}。什么都没有写入，请在原处运行 guanjia verify 后重新导出。"
                ),
                format!(
                    "{english} Nothing was written. Run guanjia verify where it came from, and export again."
                ),
            ),
            LeavingError::Store(error) => error.into(),
            LeavingError::App(error) => error.into(),
        }
    }
}

impl From<DemoError> for Failure {
    fn from(error: DemoError) -> Self {
        let english = format!("{error}.");
        match error {
            DemoError::NotADemo(folder) => {
                Self::refused(format!("{folder} 中的数据不是演示数据。请用 --data 指明另一个目录。"), english)
            }
            DemoError::NotEmpty(folder) => Self::refused(
                format!("数据库不是空的，也不是 {folder} 的演示数据。请为演示新建一个空数据库。"),
                english,
            ),
            DemoError::App(error) => error.into(),
        }
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        let english = format!("{error}.");
        match error {
            ServeError::Listen { listen, reason } => Self::refused(
                format!("无法在 {listen} 上监听：{reason}。请换一个端口，或停止占用它的程序。"),
                format!("{english} Choose another port, or stop the program that uses it."),
            ),
            ServeError::NotPrivate(listen) => Self::refused(
                format!(
                    "外部可以访问 {listen}，而明文 HTTP 会泄露密码和姓名。请在前面放置 HTTPS 代理并加上 --behind-proxy；\
                     在可信的办公网内可用 --insecure-lan。"
                ),
                english,
            ),
        }
    }
}
