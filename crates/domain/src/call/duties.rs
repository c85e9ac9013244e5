//! What the laws themselves give a community, as the beginning of its duty list.

/// An entry that every community begins with.
#[derive(Clone, Copy, Debug)]
pub struct Duty {
    /// Its code: 01 to 49 for what the community does itself, from 51 for what it only assists with.
    pub code: &'static str,
    /// Chinese title.
    pub zh: &'static str,
    /// English title.
    pub en: &'static str,
    /// The article on which it rests.
    pub basis: &'static str,
    /// Whether the community leads; else it only assists.
    pub leads: bool,
}

const fn duty(
    code: &'static str,
    leads: bool,
    zh: &'static str,
    en: &'static str,
    basis: &'static str,
) -> Duty {
    Duty { code, zh, en, basis, leads }
}

/// What the laws themselves give a community: the Organic Law of Urban Residents' Committees (as amended 2018) and the
/// regulations of Beijing (2021) and Binzhou (2021). A community adds what its district's list holds.
pub const DUTIES: &[Duty] = &[
    duty(
        "01",
        true,
        "宣传法律法规和国家政策",
        "Spread word of laws and policies",
        "《城市居民委员会组织法》第三条第（一）项",
    ),
    duty(
        "02",
        true,
        "办理本居住地区居民的公共事务和公益事业",
        "Common affairs of the residents",
        "《城市居民委员会组织法》第三条第（二）项",
    ),
    duty("03", true, "调解民间纠纷", "Mediate quarrels", "《城市居民委员会组织法》第三条第（三）项"),
    duty(
        "04",
        true,
        "向政府反映居民的意见、要求和建议",
        "Tell the government what residents want",
        "《城市居民委员会组织法》第三条第（六）项",
    ),
    duty(
        "05",
        true,
        "开展便民利民的社区服务活动",
        "Services for residents",
        "《城市居民委员会组织法》第四条",
    ),
    duty("06", true, "组织居民议事协商", "Hold residents' councils", "《北京市接诉即办工作条例》第二十七条"),
    duty(
        "07",
        true,
        "先行协调网格内发现的问题",
        "First try to settle what is found in the grids",
        "《滨州市网格化服务管理条例》第十一条",
    ),
    duty(
        "51",
        false,
        "协助维护社会治安",
        "Assist with public order",
        "《城市居民委员会组织法》第三条第（四）项",
    ),
    duty(
        "52",
        false,
        "协助做好公共卫生工作",
        "Assist with public health",
        "《城市居民委员会组织法》第三条第（五）项",
    ),
    duty(
        "53",
        false,
        "协助做好优抚救济工作",
        "Assist with relief",
        "《城市居民委员会组织法》第三条第（五）项",
    ),
    duty(
        "54",
        false,
        "协助做好青少年教育工作",
        "Assist with the education of the young",
        "《城市居民委员会组织法》第三条第（五）项",
    ),
    duty(
        "55",
        false,
        "协助承办单位处理社区范围内的诉求",
        "Assist the units that handle requests",
        "《北京市接诉即办工作条例》第十七条第一款",
    ),
];
