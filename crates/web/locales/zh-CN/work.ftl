## 网格员
my-tasks = 我的任务
tasks-empty = 手上没有任务。
my-followed = 我转出的
my-stewards = 我的片管家
spot-lead = 选一类，点一下就记好。
spot-today = 今天已记 { $n } 件。
spot-matter = 办了什么
spot-more = 加几句话或照片（可不填）
spot-send = 已办好，记下来
field-channel = 怎么来的
new-who = 谁反映的（可不填）
new-send = 登记
