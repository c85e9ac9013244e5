## 首页与社区页
landing-title = 小区的事，找片管家
landing-lead = 每个小区都有一位片管家负责到底。不用注册，扫码或点开就能反映。
landing-choose = 选择您的社区
landing-empty = 这里还没有社区。管理员请用首次登录链接完成设置。
landing-staff = 工作人员登录
community-lead = 路灯、漏水、噪声……说一声，片管家会跟到底。
report-button = 我要反映
who-is-my-steward = 我的片管家是谁
your-steward = 您的片管家
supervision-phone = 监督电话
choose-estate = 请选择小区
choose-building = 请选择楼栋
choose-unit = 请选择单元（可不选）

## 反映诉求
report-title = 反映一件事
report-where = 在哪里
report-what = 什么事
report-who = 怎么联系您（可不填）
report-who-hint = 电话只给片管家看，用来问清情况和告诉您结果。
report-more = 再多说一点（可不填）
reach-title = 社区电话
report-send = 提交
report-privacy = 提交后会得到一个只有您有的链接，随时查看进展。
change-place = 更改地点
show-buildings = 列出楼栋和单元
field-estate = 小区
field-building = 楼栋
field-unit = 单元
field-room = 门牌号（可不填）
field-text = 说说情况
field-matter = 属于哪类（可不选）
field-photos = 照片（可不传，最多六张）
field-urgent = 情况紧急（燃气、火情、电梯困人、危及生命）
urgent-call-first = 请先拨打：
field-phone = 电话
field-name = 称呼
field-on-behalf = 我替别人反映
similar-title = 附近已有人反映，是同一件事吗？
me-too = 我也是

## 进展页
trail-title = 我反映的事
filed-title = 已收到
save-link-lead = 请保存这个链接，以后凭它查看进展、补充和评价。
save-link-label = 专属链接
save-link-qr = 专属链接二维码
trail-now = 现在
works-on-it = 正在处理：{ $name }
public-reply = 答复
confirm-title = 问题解决了吗
solved-yes = 解决了
solved-no = 没解决
rate-title = 给个评价
field-satisfied = 是否满意
field-words = 想说的话
rate-send = 提交评价
reopen-title = 又出现了，重新打开
field-reopen-reason = 现在是什么情况
reopen-send = 重新打开
add-title = 补充说明或照片
add-send = 补充
trail-mine = 我说的
trail-steps = 经过

## 承办链接
handed-title = 交给您办的事
handed-lead = { $name }，您好。这件事由片管家交给您办理。
handed-note = 片管家的话
handed-arrived = 已到现场
handed-done = 办好了，写答复
field-public-reply = 给居民的答复
field-after-photos = 处理后的照片（可不传）
field-reason = 原因

## 登录与首次设置
field-sign-in-name = 登录名
field-password = 密码
sign-in-hint = 居民不用登录。忘记密码请找本社区管理员发新的登录链接。
demo-logins = 演示：一键登录
welcome-title = 欢迎，先来设置
welcome-lead = 选好社区、起个登录名和密码，就可以开始导入了。
field-division = 社区（行政区划）
welcome-division-hint = 输入名称的一部分，再从列表里选；也可以直接输入 12 位区划代码。
field-new-password = 新密码（至少 10 位）
field-password-again = 再输一次
welcome-send = 开始使用

## 出错页
error-403 = 这里不归您看
error-403-cure = 如果工作需要，请找本社区管理员开通。
error-404 = 没有找到
error-404-cure = 请检查链接是否完整，或从首页重新进入。
error-409 = 刚才有人改过了
error-409-cure = 什么都没有覆盖。请看现在的状态，再决定要不要继续。
error-422 = 有内容没填对
error-422-cure = 请返回上一页改好再提交。
error-429 = 操作太频繁
error-429-cure = 请过一分钟再试。紧急情况请直接拨打 110、119、120。
error-500 = 系统出了问题
error-500-cure = 已记下来。请稍后再试；紧急情况请直接打电话。
error-503 = 系统正忙或正在维护
error-503-cure = 请过几分钟再试，没有内容丢失。
error-home = 回首页
error-mark = 求助时请报这个编号：{ $mark }
stale-now = 现在：
stale-typed = 您刚才填的
stale-open = 打开最新的

## 填写问题
problem-text-long = 文字有 { $n } 字，太长了。
cure-text-long = 请缩短到 2000 字以内，其余可以之后补充（现有 { $n } 字）。
problem-phone = 电话号码不对。
cure-phone = 请填手机号或带区号的座机，或者留空。
problem-reason = 还没写原因。
cure-reason = 请用一句话说明。
problem-reply = 还没写给居民的答复。
cure-reply = 请用一两句话告诉居民做了什么。
problem-sign-in = 登录名或密码不对。
cure-sign-in = 请再试一次，或找管理员要新的登录链接。
problem-password-again = 两次输入的密码不一样。
cure-password-again = 请把两次都重新输入。
problem-division = 没有这个社区。
cure-division = 请从列表里选，或输入 12 位区划代码。
problem-estate = 还没选小区。
cure-estate = 请选一个小区。
