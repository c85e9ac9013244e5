//! Model files.

use super::unfit;
use crate::failure::Failure;
use guanjia_discover::ModelError;
use std::path::Path;

/// Reads a model by its own reader.
pub fn read<M>(path: &Path, from: impl FnOnce(&[u8]) -> Result<M, ModelError>) -> Result<M, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, &error))?;
    from(&bytes).map_err(|error| match error {
        ModelError::NotAModel => unfit(
            path,
            "不是这种模型文件；请用 guanjia train 训练一个",
            "it is no model of this kind; train one with guanjia train",
        ),
        ModelError::OtherVersion(version) => unfit(
            path,
            &format!("模型版本 {version} 与本程序不符；请重新训练"),
            &format!("the model has version {version}, which this program does not read; train it again"),
        ),
        ModelError::Damaged => unfit(
            path,
            "模型文件残缺或被改动；请重新复制或重新训练",
            "the model is cut off or changed; copy it again or train it again",
        ),
    })
}

/// Writes a model whole or not at all: beside its place first, then under its name.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let beside = path.with_extension("part");
    std::fs::write(&beside, bytes)
        .and_then(|()| std::fs::rename(&beside, path))
        .map_err(|error| Failure::file(path, &error))
}
