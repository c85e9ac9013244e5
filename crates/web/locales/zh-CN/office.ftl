## 人员
people-title = 人员和单位
people-empty = 还没有人员，可以导入或在下面添加。
person-name = 姓名或单位
person-duty = 职务
person-area = 负责范围
person-role = 角色
person-tier = 梯队（仅社区干部）
person-tier-none = 不适用
person-kind = 单位类型（仅承办单位）
person-kind-none = 不适用
person-active = 在用
person-disabled = 已停用
person-add = 添加人员或单位
choose = 请选择
tier-1 = 第一梯队：书记、副主任
tier-2 = 第二梯队：党员干部
tier-3 = 第三梯队：社工
make-link = 登录链接
link-once = 只显示这一次，一次有效。请当面或私下发给本人。
disable = 停用
disable-confirm = 停用“{ $name }”？对方会立即退出登录。
problem-name-taken = 这个登录名已被使用。
cure-name-taken = 请换一个，比如加上姓名拼音。

## 导入
import-title = 导入表格
import-lead = 把{ $name }的小区楼栋、工作人员、居民表导入。先检查，再确认，要么全部写入，要么一行不写。
import-files = 选择表格（xlsx 或 csv，可多选）
import-look = 检查
import-template = 下载空白模板
import-hint = 重复导入同一份表格不会产生重复数据。
import-preview = 检查结果
import-kind = 类别
import-new = 新增
import-changed = 变更
import-unchanged = 不变
import-confirm = 确认导入
import-confirm-question = 将写入 { $n } 行，确定吗？
import-problems = 有 { $n } 处问题，改好后再检查一次；现在一行都没有写入。
import-problem-caption = 问题清单
import-notices = 提示（不影响导入）
import-differences = 有哪些不同
import-change = 变化
import-name = 名称
import-file = 文件
import-sheet = 工作表
import-row = 行
import-column = 列
import-wrong = 问题
import-cure = 怎么改
import-done = 已写入 { $n } 行。
problem-sheet = 这不是能读的表格。
cure-sheet = 请用 Excel 或 WPS 另存为 xlsx，再选一次。

## 消息与访问日志
inbox-read-all = 全部标为已读
inbox-empty = 没有消息。
inbox-new = 新
audit-title = 访问日志
audit-lead = 谁在什么时候、为什么看过受保护的内容。
audit-who = 谁
audit-when = 时间
audit-what = 做了什么
audit-about = 对象
audit-refused = 已拒绝
audit-empty = 没有记录。

## 组件一览
gallery-title = 组件一览
gallery-colours = 颜色
gallery-states = 状态与时限
gallery-buttons = 按钮
gallery-fields = 表单
gallery-notices = 提示与空白
