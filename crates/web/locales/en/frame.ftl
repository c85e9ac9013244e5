## Around every page
brand = Guanjia
skip-to-content = Skip to content
banner-insecure = Not encrypted: use only in an office network that you trust.
banner-demo = Demo: everything here is invented.
sign-in = Sign in
sign-out = Sign out
unread = unread
size-large = Elder view
size-normal = Normal view
theme-light = Light
theme-dark = Dark
theme-auto = As the device
live-lost = Connection lost, trying again…
live-back = Connected again.
live-waiting = Something changed. Finish what you type; the page follows.
confirm-yes = Yes
confirm-no = Cancel
list-comma = { ", " }
show = Show
show-more = Show more
copy = Copy
copied = Copied
form-trouble = Nearly there. Please mend these; what you typed is kept:
draft-restored = What you had not sent is back.
photo-remove = Remove
photo-too-many = Six photos at most; the rest were left out.
say-more = Say more

## Navigation
nav-label = Main navigation
nav-work = My work
nav-requests = Requests
nav-file-request = File a request
nav-spot = On the spot
nav-communities = Communities
nav-estates = Estates
nav-plan = Plan
nav-claims = Claims
nav-grids = Grids
nav-people = People
nav-import = Import
nav-duty = Duty
nav-rights = Personal data
nav-inbox = Inbox
nav-audit = Access log

## Time
time-just-now = just now
time-minutes-ago = { $n } min ago
time-hours-ago = { $n } h ago
time-days-ago = { $n } d ago
span-minutes = { $m } min
span-hours = { $h } h
span-hours-minutes = { $h } h { $m } min
span-days = { $d } d
span-days-hours = { $d } d { $h } h
clock-left = { $span } left
clock-overdue = { $span } overdue
clock-suspended = Clock stopped
clock-suspended-until = Stopped until { $day }
clock-waiting-resident = Waiting for the resident
clock-waiting-approval = Waiting for an approval
clock-met = In time
clock-missed = Done late
clock-unknown-calendar = Working calendar not known
count-households = { $n ->
    [one] { $n } household
   *[other] { $n } households
 }
joined-households = { $n ->
    [one] { $n } more household
   *[other] { $n } more households
 }
nav-security = Security
nav-matters = Matters
