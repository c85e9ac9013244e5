## 片区事务
nav-own = 片区事务
own-lead = 认领起步、隐患排查、告示宣传、矛盾调解，都从这里做。
own-until = { $day } 前
own-more-steps = 还有 { $n } 项
own-hanging = { $n } 处待撤下
own-rounds = { $n } 次排查未结束
text-for-group = 发到群里的文字
choice-other = 其他

## 认领起步
start-title = 认领起步
start-group = 加入居民群，亮明身份
start-poster = 张贴片管家公示
start-property = 见物业公司
start-grid-workers = 见网格员
start-cards = 更新民情卡
start-done = 已做
start-undo = 撤回

## 居民群
groups-title = 居民群
groups-empty = 还没有登记居民群。
identity-title = 亮身份文字
identity-text = 各位邻居好，我是{ $estate }的片管家{ $name }，电话 { $phone }，接听时间：工作日 { $hours }。小区里的大事小情都可以找我。监督电话 { $supervision }。遇到危险请先拨 110、119、120。
group-name = 群名称
group-kind = 在哪里
group-admin = 群主（只记身份）
group-members = 大约人数
group-about-members = 约 { $n } 人
group-joined = 片管家已在群里
group-is-joined = 已在群里
group-not-joined = 还没进群
group-change = 修改
group-save = 保存
group-add = 登记一个群
group-drop = 从登记中去掉
group-drop-confirm = 把这个群从登记中去掉吗？
group-wechat = 微信群
group-wecom = 企业微信群
group-qq = QQ 群
group-dingtalk = 钉钉群
admin-community = 社区其他人员
admin-owners = 业主委员会

## 隐患排查
rounds-title = 隐患排查
rounds-lead = 只记发现的问题。不打卡，不记路线，不逐户打勾。
rounds-empty = 还没有排查过。
round-begin = 开始排查
round-open = 进行中
round-over = 已结束
round-findings = { $n ->
    [0] 没有发现问题
   *[other] 发现 { $n } 处
 }
round-lead = 选地点，点问题，就记好了。
round-where = 地点
round-outside = 楼外公共区域
round-more = 补充照片或文字（可不填）
round-what = 发现了什么
round-found = 已记下
round-nothing = 还没有记下问题。
round-again = 同一处已有未办结的诉求，已并入
round-end = 排查结束
hazard-fire-passage = 消防通道
hazard-e-bike = 电动车充电
hazard-fire-equipment = 消防设施
hazard-gas = 燃气
hazard-wire = 电线
hazard-lift = 电梯
hazard-lamp = 楼道灯
hazard-clutter = 楼道堆物
hazard-handrail = 扶手栏杆
hazard-manhole = 井盖
hazard-facade = 外墙
hazard-tree = 树木枯枝

## 矛盾调解
mediations-title = 矛盾调解
mediations-lead = 只有当事人小区的片管家和指定的调解人能看。每次打开都有记录。
mediations-empty = 没有您能看的调解卷。
mediation-open = 调解中
mediation-forgotten = 姓名和文字已删除
mediation-begin = 新建调解卷
mediation-what = 因为什么
mediation-words = 事情经过
mediation-first = 当事人一
mediation-second = 当事人二
mediation-mediator = 调解人
mediation-mediator-hint = 您必须是其中一个小区的片管家，或者调解人就是您自己。
mediation-steward-only = 片管家自己调解
mediation-secret = 保密：本次查看已记入访问日志。
mediation-kept = 姓名和文字保存到
mediation-meetings = 见面记录
mediation-no-meeting = 还没有见面。
mediation-meet = 记一次见面
mediation-said = 见面情况
mediation-day = 日期
mediation-agreement = 调解协议
mediation-agree = 写下协议
mediation-agreed-on = 双方同意
mediation-name = 指定
mediation-close = 结束调解
mediation-close-confirm = 结束后不能再补充。确定结束吗？
mediation-outcome = 结果
dispute-noise = 噪声
dispute-leak = 漏水
dispute-parking = 停车
dispute-space = 公共空间
dispute-pets = 宠物
dispute-property = 物业
dispute-family = 家庭
outcome-agreed = 达成协议
outcome-not-agreed = 没有达成
outcome-withdrawn = 一方不愿继续
outcome-handed-on = 转人民调解或诉讼
agreement-title = 调解协议书
agreement-opening = { $community }。关于{ $dispute }的纠纷，双方于 { $day } 自愿达成如下协议：
agreement-sign = { $name }（签字）
agreement-sign-mediator = 调解人（签字）

## 告示与政策宣传
leaflets-title = 告示与宣传
leaflets-lead = 写一次，可打印、可发群，也会显示在小区公示页，到期提醒撤下。
leaflets-empty = 还没有告示。
leaflet-notice = 告示
leaflet-policy = 政策宣传
leaflet-for-all = 全社区
leaflet-kind = 类别
leaflet-title = 标题
leaflet-words = 内容
leaflet-until = 有效到
leaflet-make = 写一份
leaflet-in-force = 有效
leaflet-over = 已过期
leaflet-places = { $n } 处
leaflet-where = 张贴和发送的地方
leaflet-nowhere = 还没有张贴。
leaflet-put = 记一处
leaflet-spot = 哪一类地方
leaflet-place = 楼栋单元
leaflet-no-place = 不分楼栋
leaflet-down = 何时撤下（不填就是有效期满）
leaflet-photo = 张贴照片（可不传）
leaflet-taken = 已撤下
leaflet-is-taken = 已撤下
leaflet-withdraw = 提前作废
leaflet-withdraw-confirm = 作废后，公示页不再显示，已张贴的列入待撤下。确定吗？
leaflet-group-text = 【{ $title }】
    { $words }
    有效到 { $until }。{ $from }
spot-unit-door = 单元门
spot-board = 公告栏
spot-group = 居民群
hanging-title = 待撤下
hanging-empty = 没有过期未撤的告示。
public-leaflets = 小区告示
rights-mediation = 矛盾调解当事人
rights-mediations = 调解卷
rights-mediation-copy = 调解卷的内容由小区片管家当面出示和打印，此处不显示。
access-read-mediation = 查看调解卷
