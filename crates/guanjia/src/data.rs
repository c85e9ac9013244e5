//! Where the data are, and opening them.

use crate::failure::Failure;
use crate::settings::Settings;
use crate::text::model;
use clap::Args;
use guanjia_app::{App, SystemClock};
use guanjia_discover::category::Category;
use guanjia_domain::CommunityCode;
use guanjia_domain::matter::find;
use guanjia_store::{Db, Location};
use std::path::PathBuf;
use std::sync::Arc;

/// The file of the embedded database, by which an installation is known.
const DATABASE_FILE: &str = "guanjia.db";

/// The model of categories that a city trained, where there is one.
const CATEGORY_FILE: &str = "category.model";

/// Where the data are.
#[derive(Args, Clone)]
pub struct Data {
    /// The folder of the data: embedded database, key, photos.
    #[arg(long, value_name = "DIR", default_value = "data/guanjia", env = "GUANJIA_DATA")]
    pub data: PathBuf,
    /// A PostgreSQL database in place of the embedded one; key and photos stay in the folder.
    #[arg(long, value_name = "URL", env = "GUANJIA_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

impl Data {
    /// Opens the installation, or makes an empty one.
    pub fn open_or_make(&self) -> Result<App, Failure> {
        let settings = Settings::of(&self.data)?;
        let database = self.database.as_ref().or(settings.data.database.as_ref());
        let mut app = App::open(&self.data, database.map(String::as_str), Arc::new(SystemClock))?;
        app.rules = Arc::new(settings.rules());
        Ok(app)
    }

    /// The city's own model of categories, where its file lies in the folder.
    ///
    /// # Errors
    /// What is wrong with the file: damaged, or none of its labels is a code of a matter.
    pub fn category(&self) -> Result<Option<Category>, Failure> {
        let trained = self.data.join(CATEGORY_FILE);
        if !trained.is_file() {
            return Ok(None);
        }
        let category = model::read(&trained, Category::from_bytes)?;
        if category.labels().iter().any(|label| find(label).is_some()) {
            return Ok(Some(category));
        }
        let path = trained.display();
        Err(Failure::refused(
            format!("{path}：没有一个标签是事项编号，无法提示事项。请用事项编号作标签重新训练。"),
            format!("{path}: none of its labels is a code of a matter. Train it anew with such codes."),
        ))
    }

    /// Opens an installation that exists.
    pub fn open(&self) -> Result<App, Failure> {
        self.must_exist()?;
        self.open_or_make()
    }

    /// The database alone: what needs no key works without one.
    pub fn database(&self) -> Result<Db, Failure> {
        self.must_exist()?;
        let file = || Location::File(self.data.join(DATABASE_FILE));
        Ok(Db::open(self.server()?.map_or_else(file, Location::Server))?)
    }

    /// The PostgreSQL database, if there is one: as asked, else as the settings say.
    fn server(&self) -> Result<Option<String>, Failure> {
        match &self.database {
            Some(database) => Ok(Some(database.clone())),
            None => Ok(Settings::of(&self.data)?.data.database),
        }
    }

    fn must_exist(&self) -> Result<(), Failure> {
        if self.server()?.is_some() || self.data.join(DATABASE_FILE).exists() {
            return Ok(());
        }
        let folder = self.data.display();
        Err(Failure::refused(
            format!("{folder} 中没有数据。请用 --data 指明数据目录，或先运行 guanjia serve。"),
            format!(
                "{folder} holds no installation. Name its folder with --data, or start one with guanjia serve."
            ),
        ))
    }
}

/// A community's code as it was typed.
pub fn code(typed: &str) -> Result<CommunityCode, Failure> {
    typed.parse().map_err(|error| {
        Failure::usage(
            format!("“{typed}”不是区划代码。请写6、9或12位数字，或 L001 这样的本地代码。"),
            format!("{error}."),
        )
    })
}

/// A community of the installation.
pub fn known(app: &App, typed: &str) -> Result<CommunityCode, Failure> {
    let code = code(typed)?;
    match app.db.read(|tx| tx.community(code))? {
        Some(_) => Ok(code),
        None => Err(Failure::refused(
            format!("这里没有社区 {code}。请先运行 guanjia community found {code}。"),
            format!("There is no community {code} here. Found it first: guanjia community found {code}."),
        )),
    }
}
