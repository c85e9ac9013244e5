## 值班
duty-title = 值班表
duty-lead = 每天 8:00 起到次日 8:00。紧急诉求会立即通知当班的人。
duty-now = 现在值班
duty-nobody = 还没有排班。
duty-caption = 今后四周
duty-day = 日期
duty-first = 值班
duty-second = 替补
duty-none = 未安排
duty-rest = 休息日
duty-save = 保存值班表
duty-saved = { $n ->
    [0] 没有变化。
   *[other] 已更新 { $n } 天。
 }
problem-duty = 值班表没有保存。
cure-duty = 同一天的两个人不能相同，日期不能早于今天；请改好再保存。
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日
