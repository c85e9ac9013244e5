## Limits
limits-title = Time limits
limits-lead = How soon each kind of matter is to be spoken about, visited and done. You see which open requests move before a change is saved; no change starts a clock anew.
limits-scope = Holds for
limits-measure = Step
limits-amount = Number
limits-unit = Unit
limits-change = Change
limits-edit = Change one limit
limits-look = Show which requests move
limits-order = The first row that fits holds: urgent, one matter, small matters, a class, everything else. “—” means that a row below holds.
limits-sets = Ready-made limits
limits-sets-lead = Choosing one replaces the whole table above; single limits can be changed afterwards.
limits-set-take = Choose
limits-keeps-small = Small matters stay on the same day under this set too. To let its limits hold for them as well, take the row “Small matters” out afterwards (unit “none”).
limits-set-chosen = chosen
limits-set-beginning = Common
limits-set-beginning-source = Urgent 2 hours, small matters on the same day, everything else 5 working days. What this program begins with.
limits-set-sign-first = Sign first, then do
limits-set-sign-first-source = Contact within 1 working day, done within 5, small matters on the same day; urgent: contact and visit within 1 hour, done within 2. As several city hotlines do (sign within 1 working day, do within 5); the urgent row is this program's suggestion.
limits-set-beijing = Beijing 2021
limits-set-beijing-source = Emergencies 2 hours, water, power, gas and heat 24 hours, ordinary matters 7 days, hard ones 15 days; small matters on the same day. Source: Beijing 12345 service standard, draft of 2021; that leaks, buildings, parking and fire lanes count as hard, and the row for small matters, are this program's suggestion.
limits-set-weifang = Weifang
limits-set-weifang-source = 5 working days, small matters on the same day, urgent 2 hours. Source: the 12345 regulation of Weifang; the rows for urgent and small matters are this program's suggestion.
limits-set-same-day = Nothing stays overnight
limits-set-same-day-source = Everything on the same day, urgent 2 hours. For a community that does small matters only.
limits-scope-urgent = Urgent
limits-scope-small = Small matters (as marked in the list)
limits-scope-all = Everything else
limits-scope-common = Common
limits-unit-wd = working days
limits-unit-wm = working minutes
limits-unit-h = hours
limits-unit-d = days
limits-unit-same-day = same day
limits-unit-none = none (a row below holds)
limit-wd = { $n } working { $n ->
    [one] day
   *[other] days
}
limit-wm = { $n } working minutes
limit-h = { $n } { $n ->
    [one] hour
   *[other] hours
}
limit-d = { $n } { $n ->
    [one] day
   *[other] days
}
measure-first-contact = First contact
measure-on-site = On site
measure-stop = Stopped
measure-penalise = Penalised
measure-demolish = Demolished
measure-done = Done

## What moves
limit-moves-title = Before you save: requests that move
limit-moves-none = No open request moves.
limit-moves-count = { $n } open { $n ->
    [one] request is
   *[other] requests are
} due at another time (100 at most are listed).
limit-moves-request = Request
limit-moves-from = Due now
limit-moves-to = Will be due
limit-moves-no-reset = Starts and pauses stay. Each request that moves says so in its steps, for the resident too.
limit-moves-save = Save
limit-moves-back = Leave it
limit-moves-saved = Saved; the limits of { $n } { $n ->
    [one] request
   *[other] requests
} were counted again.

## Calendar
calendar-title = Calendar and hours
calendar-lead = The office calendar follows the State Council; the duty calendar rules “same day”. You see which open requests move before a change is saved.
calendar-work = working day
calendar-rest = weekend
calendar-holiday = holiday
calendar-makeup = make-up working day
calendar-no-duty = no duty
calendar-changed = will change
calendar-month = Month { $n }
calendar-to-notice = Paste the notice
calendar-settings = Hours and duty
calendar-hours = Working hours (such as 09:00-12:00,14:00-18:00)
calendar-cut-off = Until when “same day” means today
calendar-duty = On which days somebody is on duty
calendar-duty-every-day = Every day
calendar-duty-office = On working days
calendar-duty-week = On the days ticked below
calendar-duty-days = Days of duty that are otherwise
calendar-duty-days-hint = A line for each, such as “2027-02-10..2027-02-16 closed” or “2027-02-17 on duty”: a holiday on which somebody is there, days on which nobody is. They stand over everything above; who it is stands in the duty roster.
calendar-duty-on = on duty
calendar-duty-off = closed
calendar-quiet = Quiet at night (urgent matters still ring)
calendar-quiet-from = Quiet from
calendar-quiet-to = to
calendar-notice = Notice of holidays (paste the State Council's notice here)
calendar-notice-file = Read the notice from a file (txt or csv)
calendar-notice-hint = A list with a day on each line works too, such as “2027-01-01,rest” or “2027-01-09,work”. Leave it empty when there is no new notice.

## Waiting
field-awaited = Whom it waits for
field-measure = What was done
awaited-resident = the resident
awaited-approval = an approval
recounted-limits = limits changed
recounted-calendar = calendar changed
recounted-matter = another matter
notice-first-contact-soon = First contact is due soon: { $about }
notice-first-contact-late = First contact is overdue: { $about }
notice-on-site-soon = A visit is due soon: { $about }
notice-on-site-late = A visit is overdue: { $about }
notice-measure-soon = A step is due soon: { $about }
notice-measure-late = A step is overdue: { $about }
notice-digest = { $n } reminders in one
inbox-open-digest = Show each
