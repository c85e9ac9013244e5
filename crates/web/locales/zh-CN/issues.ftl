## 共性问题
nav-issues = 共性问题
issues-lead = 程序只提建议，是不是同一个问题由您定；定了的，程序不再改动。
issues-lead-street = 各社区的数字，没有居民的原话。
issues-candidates = 待您判断
issues-no-candidates = 没有待判断的。新的诉求来了，程序会自己看。
issues-confirmed = 已确认
issues-none-confirmed = 还没有确认过的共性问题。
issues-brief = 像是共性问题，请判断
issues-more = 还有 { $n } 个
issue-candidate = 待判断
issue-confirmed = 已确认
issue-dismissed = 不是同一个问题
issue-merged = 已合并
issue-untitled = 还没有归类的问题
issue-numbers = { $households } 户，{ $requests } 件
issue-waiting = { $n } 处待看

## 一个共性问题
issue-why = 为什么放在一起
issue-for = 像同一个问题
issue-against = 不像的地方
issue-nothing-against = 没有看到不像的地方。
issue-members = 有哪些诉求
issue-marks = 标出来的是多数人都说到的话。
issue-new-member = 新来的，待看
issue-stray = 建议拿出
issue-take-out = 拿出去
issue-put-back = 放回来
issue-out = 拿出去的
issue-decide = 您的判断
issue-candidate-lead = 把不是一回事的先拿出去，再确认。
issue-confirmed-lead = 已确认为同一个问题。新的诉求会放进来，等您看过才算数。
issue-dismissed-lead = 已判断为不是同一个问题，程序不会再把它们放在一起。
issue-merged-lead = 它已并入另一个共性问题。
issue-to-other = 去看
issue-confirm = 是同一个问题，确认
issue-confirm-new = 新来的也是，确认
issue-dismiss = 不是同一个问题
issue-dismiss-ask = 这些诉求不再放在一起，确定吗？
issue-take-back = 撤回判断
issue-split-title = 建议分开
issue-split-lead = 重新看过全部诉求，{ $numbers } 更像另一件事。
issue-split = 拿出这几件
issue-keep = 不，是同一件事
issue-merge-offer = 和它可能是同一个
issue-merge = 合并
issue-merge-ask = 合并以后只剩一个，不能一键分开。确定吗？
issue-apart = 不是同一个
issue-merge-title = 并入另一个共性问题
issue-merge-into = 并入哪一个
issue-add = 再加一件诉求
issue-search = 找诉求（词或编号）
issue-add-this = 加进来

## 理由
why-comma = 、
why-count = { $name } { $n } 件
why-words = 多数人都说到{ $phrases }。
why-estate = 都在{ $estate }。
why-building = 都在{ $building }。
why-buildings = 分布在{ $buildings }。
why-matter = { $n } 件说的是{ $matter }。
why-time = { $days } 天里 { $households } 户、{ $requests } 件。
why-weakest-well = 最不像的 #{ $number } 也很像。
why-weakest-fairly = #{ $number } 和其他的不太像，大概是一回事。
why-weakest-poorly = #{ $number } 和其他的最不像，可能是另一件事。
why-other-matters = 也有说别的：{ $matters }。
why-repeats = 其中 { $n } 件是同一户再说一次。
why-taken-out = 已有 { $n } 件被拿出去。

## 不寻常的数
unusual-title = 不寻常的数
unusual-line = { $estate } · { $class }：{ $days } 天，{ $households } 户；通常 { $usual }。大约 { $once } 次里才有一次是偶然（看了 { $cells } 格）。
unusual-about = 近 { $days } 天和之前 { $before } 天比，按户算；每个小区的每一类是一格，看了 { $cells } 格，已按格数折算。
unusual-nothing = 近 { $days } 天没有不寻常的数（和之前 { $before } 天比，看了 { $cells } 格）。
unusual-too-short = 之前只有 { $before } 天的记录，还说不出平常是多少。

## 别处也有
elsewhere-title = 别处也有同一类
elsewhere-lead = 不同小区的诉求不会并成一个；同一类在几个小区都有，就列在这里。
elsewhere-empty = 没有同一类在两个以上小区出现。

## 街道一周
week-title = 上一周的诉求数
week-alarm = 高于平常
week-count = 上一个整周（周一到周日）共 { $n } 件。
week-ears = 按前几周（EARS C2）：超过 { $threshold } 件才算不寻常。
week-ears-short = 按前几周（EARS C2）：只有 { $weeks } 周的记录，还不够算。
week-farrington = 按往年同期（Farrington）：超过 { $threshold } 件才算不寻常。
week-farrington-short = 按往年同期（Farrington）：要三年的记录，现在只有 { $weeks } 周。

## 居民和登记
neighbours-too = 另有 { $n } 户反映了同样的问题。
matter-offered = 像是下面的事项（请您选）
matter-none = 都不是
request-issue = 属于一个共性问题
