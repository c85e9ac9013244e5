## 消息
notice-urgent = 紧急诉求：{ $about }
notice-reported = 新诉求：{ $about }
notice-dispatched = 交给您办：{ $about }
notice-escalated = 社区呼叫支援：{ $about }
notice-reworked = 退回返工：{ $about }
notice-taken = 承办方已接单：{ $about }
notice-returned = 承办方退回，请重新派遣：{ $about }
notice-disposed = 已处置，请核实：{ $about }
notice-reopened = 居民重新打开：{ $about }
notice-joined = 又有一户反映：{ $about }
notice-added = 有补充内容：{ $about }
notice-denied = 居民反馈没有解决：{ $about }
notice-rated = 居民已评价：{ $about }
notice-due-soon = 快到时限：{ $about }
notice-overdue = 已超时限：{ $about }
notice-look-again = 挂账到期，请再看一看：{ $about }
notice-other = 有新进展：{ $about }
notice-gone = 已转给别人

## 访问日志里的动作
access-sign-in = 登录
access-sign-out = 退出登录
access-reveal = 查看反映人姓名和电话
access-invite = 发出登录链接
access-erase = 删除个人信息
access-export = 导出
access-import = 导入
access-backup = 备份数据
access-backup-failed = 备份失败
access-other = 其他操作
actor-system = 系统

## 岗位
post-secretary = 书记
post-deputy-head = 副书记、副主任
post-party-member-cadre = 党员干部
post-committee-member = 两委委员
post-social-worker = 社工
post-grid-worker = 网格员
post-street-official = 街道工作人员
post-bureau-official = 部门工作人员
duty-with-tier = { $post } · 第 { $n } 梯队

## 导入
thing-estate = 小区
thing-building = 楼栋
thing-room = 户室
thing-staff = 工作人员
thing-grid = 网格
thing-organisation = 单位
thing-claim = 认领
thing-resident = 居民
problem-no-file = 还没有选表格。
cure-no-file = 请至少选一个 xlsx 或 csv 文件。
problem-file-large = “{ $name }”超过 20 MB。
cure-file-large = 请删去图片和无关的工作表，或分成几个文件。
problem-files-many = 一次最多检查 8 个文件。
cure-files-many = 请分几次导入。
problem-upload-broken = 文件没有传完整。
cure-upload-broken = 请检查网络，再选一次。
problem-upload-gone = 上次检查的表格已经过期，什么都没有写入。
cure-upload-gone = 检查结果保留一小时，请重新选择表格再检查一次。
access-sign-in-failed = 登录失败
access-password = 修改密码
access-factor-on = 开启两步验证
access-factor-off = 关闭两步验证
access-factor-reset = 取消他人的两步验证
access-lock = 锁定账号
access-unlock = 解除锁定
access-sessions = 退出设备
access-export-log = 导出访问日志
audit-from = 从
audit-until = 到
audit-everything = 全部
audit-export = 导出表格
audit-export-hint = 导出当前筛选的结果；导出本身也会记入日志。
