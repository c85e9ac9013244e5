## Common issues
nav-issues = Common issues
issues-lead = The program only proposes; you say whether it is one issue. What you said, it never changes.
issues-lead-street = Numbers of the communities, without anybody's words.
issues-candidates = For you to decide
issues-no-candidates = Nothing to decide. When requests come in, the program looks by itself.
issues-confirmed = Confirmed
issues-none-confirmed = No common issue has been confirmed yet.
issues-brief = These look like common issues: please decide
issues-more = { $n ->
    [one] { $n } more
   *[other] { $n } more
 }
issue-candidate = To be decided
issue-confirmed = Confirmed
issue-dismissed = Not the same issue
issue-merged = Merged
issue-untitled = An issue without a matter yet
issue-numbers = { $households ->
    [one] { $households } household
   *[other] { $households } households
 }, { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
 }
issue-waiting = { $n ->
    [one] { $n } to look at
   *[other] { $n } to look at
 }

## One of them
issue-why = Why they are together
issue-for = Like one issue
issue-against = What does not fit
issue-nothing-against = Nothing that does not fit.
issue-members = The requests
issue-marks = Marked is what most of them say.
issue-new-member = New, to be looked at
issue-stray = Proposed to be taken out
issue-take-out = Take out
issue-put-back = Put back
issue-out = Taken out
issue-decide = Your decision
issue-candidate-lead = First take out what is something else, then confirm.
issue-confirmed-lead = Confirmed as one issue. New requests are put here and count once you have looked.
issue-dismissed-lead = It was said that these are not the same. The program will not put them together again.
issue-merged-lead = It became part of another common issue.
issue-to-other = Look at it
issue-confirm = It is one issue: confirm
issue-confirm-new = The new ones too: confirm
issue-dismiss = Not the same issue
issue-dismiss-ask = These requests will no longer stand together. Are you sure?
issue-take-back = Take the decision back
issue-split-title = Proposed: take apart
issue-split-lead = Looked at again among all requests, { $numbers } seem to be something else.
issue-split = Take these out
issue-keep = No, it is the same
issue-merge-offer = Perhaps the same as
issue-merge = Merge
issue-merge-ask = One of the two will be left, and no button takes them apart again. Are you sure?
issue-apart = Not the same
issue-merge-title = Make it part of another issue
issue-merge-into = Which one
issue-add = Add another request
issue-search = Find requests (a word or a number)
issue-add-this = Add it

## Reasons
why-comma = , 
why-count = { $name } ({ $n })
why-words = Most of them say { $phrases }.
why-estate = All in { $estate }.
why-building = All in { $building }.
why-buildings = Spread over { $buildings }.
why-matter = { $n ->
    [one] { $n } is about: { $matter }.
   *[other] { $n } are about: { $matter }.
 }
why-time = { $households ->
    [one] { $households } household
   *[other] { $households } households
 } and { $requests ->
    [one] { $requests } request
   *[other] { $requests } requests
 } within { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
why-weakest-well = Even #{ $number }, which fits least, fits well.
why-weakest-fairly = #{ $number } is less like the others, but likely the same.
why-weakest-poorly = #{ $number } is least like the others and may be something else.
why-other-matters = Some are about something else: { $matters }.
why-repeats = { $n ->
    [one] { $n } of them is a household that wrote again.
   *[other] { $n } of them are households that wrote again.
 }
why-taken-out = { $n ->
    [one] { $n } was taken out.
   *[other] { $n } were taken out.
 }

## Unusual numbers
unusual-title = Unusual numbers
unusual-line = { $estate } · { $class }: { $days } days, { $households } households; usually { $usual }. By chance about once in { $once } ({ $cells } cells looked at).
unusual-about = The last { $days } days against the { $before } days before, by households; each class in each estate is a cell. { $cells } cells were looked at, and the chances are corrected for them.
unusual-nothing = Nothing unusual in the last { $days } days (against the { $before } days before, { $cells } cells looked at).
unusual-too-short = There are only { $before } days of records before: too few to say what is usual.

## Elsewhere
elsewhere-title = The same kind elsewhere
elsewhere-lead = Requests of different estates never become one issue; kinds that stand in several estates are listed here.
elsewhere-empty = No kind stands in two estates or more.

## The week of a street
week-title = Requests of the last week
week-alarm = More than usual
week-count = { $n ->
    [one] { $n } request in the last whole week (Monday to Sunday).
   *[other] { $n } requests in the last whole week (Monday to Sunday).
 }
week-ears = By the weeks before (EARS C2): unusual above { $threshold }.
week-ears-short = By the weeks before (EARS C2): only { $weeks } weeks of records, too few.
week-farrington = By the same weeks of past years (Farrington): unusual above { $threshold }.
week-farrington-short = By the same weeks of past years (Farrington): three years are needed, there are { $weeks } weeks.

## Residents and filing
neighbours-too = { $n ->
    [one] { $n } more household reports the same.
   *[other] { $n } more households report the same.
 }
matter-offered = It sounds like (please choose)
matter-none = None of these
request-issue = Part of a common issue
