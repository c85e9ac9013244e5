## 入户摸排
surveys-title = 入户摸排
surveys-lead = 逐户问清，到底有多少家受影响。
surveys-empty = 目前没有摸排。
survey-new = 安排摸排
survey-walk = 去入户
survey-open = 看结果
survey-planned = 已安排
survey-running = 进行中
survey-ended = 已结束
survey-known-of = 已知 { $known } / { $doors }

## 安排
survey-which-estate = 在哪个小区？
survey-no-estate = 摸排由小区的片管家安排，您目前没有负责的小区。
survey-question = 问什么
survey-question-default = “{ $matter }”影响您家吗？
survey-question-plain = 这件事影响您家吗？
survey-question-trees = 树木挡住您家的采光吗？
survey-question-lamp = 这个单元门口没有亮灯吗？
survey-asked-at = 在哪里问？
asked-at-rooms = 每户门前
asked-at-unit-doors = 每个单元门口，不用敲门
survey-hint = 敲门怎么说
survey-hint-default = 您好，我是社区的，耽误您一分钟了解情况，不想说也没关系。
survey-asks = 还记什么？
survey-since = 从什么时候开始
survey-note = 备注
survey-photo = 照片
survey-consent-hint = 住户同意才留备注和照片，摸排结束半年后删除。
survey-where = 去哪些门户？
survey-where-hint = 选整栋或整个单元，只算有人住的房间。
survey-whole = 整个小区
survey-whole-building = 整栋楼
survey-choose-rooms = 单选房间
survey-single-rooms = 除整个单元外，再选房间：
survey-plan-send = 安排好了

## 分户
survey-shares = 谁去哪里
survey-shares-empty = 还没有分户。
survey-doors = { $n } 户
survey-share-out = 分户
survey-share-hint = 每人负责整个楼道，先分自己网格里的。
survey-share-send = 分好
survey-begin = 开始摸排
survey-end = 结束摸排
survey-give-up = 取消摸排
survey-end-question = 结束后不再收答复。确定结束吗？
survey-steward = 片管家或B角

## 结果
survey-issue = 共性问题
survey-outcome = 摸排结果
survey-silent = 不愿说或说不清
survey-coverage = { $doors } 户中已知 { $known } 户（{ $share }%）。
survey-affected-households = 受影响的有 { $n } 户。
survey-rest = 其余 { $n } 户中，估计还有 { $least } 到 { $most } 户受影响（95%）。
survey-rest-hint = 前提是他们和已答复的住户差不多；总不在家的住户情况可能不同。
survey-ways = 电话询问 { $phone } 户，去过两次以上 { $again } 户。
survey-map = 楼栋平面图
survey-map-hint = 颜色越深，受影响的比例越大；数字是受影响户数和总户数。
survey-affected = 受影响的住户
survey-affected-hint = 不管有没有提过诉求，都算进整改范围，结果也都要告知。
survey-affected-empty = 目前没有。
survey-since-then = 从 { $since } 起
survey-photo-of = 照片：
survey-still = 还要去的
survey-n-affected = 受影响 { $n }
survey-export = 导出表格
survey-entrance = 门口

## 入户
survey-done = 户已完成
survey-left = 还有 { $n } 户
survey-left-n = 还有 # 户
survey-visit = 第 { $n } 次
survey-visit-n = 第 # 次
survey-no-doors = 这次摸排没有分给您的门户。
survey-not-running = 现在不收答复：摸排还没开始，或已经结束。
survey-nobody-hint = 请换个时间再去，或打电话问。
survey-by-phone = 电话询问
survey-said = 情况怎样？
survey-since-when = 从什么时候开始
survey-since-unknown = 不清楚
survey-month = { $year }年{ $month }月
survey-year = { $year }年
survey-note-label = 备注，照住户的话写
survey-photo-label = 照片
survey-consent = 住户同意留备注和照片
survey-save = 保存
survey-close = 关闭
said-affected = 受影响
said-not-affected = 不受影响
said-nobody-home = 家中无人
said-refused = 不愿说
said-unknown = 说不清
said-unvisited = 未入户

## 没有信号
outbox-needs-script = 脚本没有运行，请点开门户逐个提交。
outbox-all-sent = 全部已送达。
outbox-waits-one = 1 条答复等信号
outbox-waits-many = # 条答复等信号
outbox-sign-in = 请重新登录：# 条答复还在手机里，登录后接着发
outbox-other-person = 这部手机里有别人的 # 条答复，等本人登录后再发
outbox-refused = 没有收下的答复
outbox-remove = 删去
outbox-no-room = 手机存不下照片，答复已保留，照片没有。
outbox-needs-https = 这个网址不是 https，手机不能留页面副本。没有信号时请不要关掉本页，答复会留着。

## 导出的表
survey-sheet = 摸排
survey-col-building = 楼栋
survey-col-unit = 单元
survey-col-room = 室
survey-col-households = 户数
survey-col-said = 结果
survey-col-since = 开始时间
survey-col-visits = 入户次数
survey-col-way = 电话询问
survey-yes = 是
own-surveys = { $n } 项入户摸排
access-export-survey = 导出摸排表格
rights-answers = 摸排备注和照片
rights-answer-line = 入户摸排：{ $question }
