## 帮助
nav-help = 帮助
help-title = 怎么用
help-for = 给{ $role }的说明
help-link = 不会用？看说明
help-picture = “{ $name }”页面的样子
help-tasks = 马上去做
help-others = 其他岗位的说明
help-resident = 居民

help-resident-1 = 扫单元门上的二维码，或打开社区的网页，点“我要反映”。
help-resident-2 = 选好小区和楼栋（扫码的不用选），用自己的话说说是什么事。
help-resident-3 = 能拍照就拍一张。想让片管家回电，留下电话；不留也行。
help-resident-4 = 点“提交”，把出现的专属链接存好：以后凭它看进展、补充说明。
help-resident-5 = 办好以后链接里有答复和照片。解决没解决，都点一下。
help-resident-6 = 又出现了，点“重新打开”，不用从头再说。
help-resident-7 = 字太小，点页面上面的“长辈版”。燃气、火情、电梯困人，先打 110、119、120。

help-worker-1 = 每天先看“我的工作”：交给您的事都在上面，快到时限的先办。
help-worker-2 = 路上看到的小事，办完点“随手办”，选一下事由就记好了。
help-worker-3 = 居民当面说的，点“登记诉求”替他报上，电话可以不填。
help-worker-4 = 交给您的事，点开先“接单”；办完写一句答复，附一张照片。
help-worker-5 = 办不了的点“退回”，写清原因，片管家会另派人。
help-worker-6 = 分给您的入户摸排在“片区事务”里，没有信号也能记。走访表在“打印”里，只有门牌没有姓名。
help-worker-7 = 红色的是紧急的事。夜里该找谁，看“值班”。

help-steward-1 = 每天先看“我的工作”上面的数字：紧急的、超时的、今天到期的先办；自己的比率看“数字”。
help-steward-2 = 打开新诉求，先“受理”并选好类别，时限就开始算。
help-steward-3 = 要别人办的点“派遣”，负责的还是您。物业没有账号，就把专属链接发给他们。
help-steward-4 = 几件诉求像同一件事，看“共性问题”；要逐户核实就“入户摸排”，要改造就立“整改项目”。
help-steward-5 = 要给居民打电话，点“查看完整电话”，写明原因；每次都会留下记录。
help-steward-6 = 对方办完后“核实”，确实办好了再“结案”，没办好就“返工”。
help-steward-7 = 结案后“回访”。居民说没解决的，会回到您手上接着办。
help-steward-8 = 办不动的在诉求页点“吹哨”，写清请谁来、做过什么、何时要；接了哨的单位牵头，您仍负责到底。海报在“打印”里。

help-secretary-1 = 每天先看“我的工作”：各小区的未办结、超时、过夜数一目了然；比率看“数字”，月报看“报表台账”。
help-secretary-2 = 在“认领”里定谁负责哪个小区、从哪天起；责任书当场打印签字。
help-secretary-3 = 在“值班”里排好今后四周，紧急诉求会立即通知当班的人。
help-secretary-4 = 把原来的表格在“导入”里读进来：先检查、后写入，有问题一行都不写。
help-secretary-5 = 在“人员”里加人；有人离开就停用，他的小区要先交给别人。
help-secretary-6 = 在“打印”里填好监督电话和办公电话，再打海报、单元门贴。
help-secretary-7 = 居民来要求查看或删除自己的信息，到“个人信息”办理，当场给回执。

help-administrator-1 = 第一次用：到“导入”下载模板，填好小区、楼栋、居民和工作人员，再上传检查。
help-administrator-2 = 在“人员”里加人、改岗位、停用离开的人。
help-administrator-3 = 登录链接由安全管理员发放，您和安全管理员不应是同一个人。
help-administrator-4 = 在“打印”里填好监督电话、办公电话和本地应急电话。
help-administrator-5 = 每天看一眼“我的工作”：上次备份是什么时候，工作日历缺不缺。
help-administrator-6 = 备份用命令 guanjia backup，恢复用 guanjia restore，体检用 guanjia doctor。

help-security-1 = 在“人员”里给新来的人发登录链接；链接只能用一次。
help-security-2 = 当面或打电话告诉本人，不要把链接发到群里。
help-security-3 = 有人忘了密码，确认是本人后再发一个新链接。
help-security-4 = 有人离开或手机丢了，马上停用或重发，原来的登录立即失效。
help-security-5 = 您看不到诉求内容，也看不到访问日志：三种管理员互相制约。
help-security-6 = 发现可疑情况，告诉书记和审计员。

help-auditor-1 = 打开“访问日志”：谁在什么时候、为什么看过或改过受保护的内容。
help-auditor-2 = 先看“已拒绝”的：有人想看不归他看的东西。
help-auditor-3 = 再看查看联系方式的原因写得是否像样。
help-auditor-4 = 用姓名筛选，可以只看一个人做了什么。
help-auditor-5 = 记录改不了也删不掉，用命令 guanjia verify 可以验证。
help-auditor-6 = 发现问题告诉书记；涉及书记的告诉街道。

help-organisation-1 = 片管家发来的专属链接点开就能办，不用登录；有账号的在“我的工作”里看。
help-organisation-2 = 先点“接单”，居民和片管家就知道你们在办了。
help-organisation-3 = 片管家的话只给你们看，居民看不到。
help-organisation-4 = 办完写一两句给居民看的答复，附上处理后的照片。
help-organisation-5 = 不归你们办的点“退回”，写明原因和该找谁。
help-organisation-6 = 链接不要转给无关的人。

help-office-1 = 社区吹的哨和上报的事都在“我的工作”里，最急的在最上面。
help-office-2 = 打开一件先“接单”，社区就知道有人牵头了。
help-office-3 = 需要更多时间就“延期”，写明原因，居民看得到。
help-office-4 = 办完写公开答复，片管家会核实并回访居民。
help-office-5 = 不归您管的可以不接，写明理由和依据；交给社区的事必须在社区职责清单上。
help-office-6 = 居民的姓名和电话您看不到，要联系请通过片管家。
help-secretary-8 = 在“小区分配”里先看难易指数，再起草方案、征求意见、批准；打印公示贴到公告栏。
