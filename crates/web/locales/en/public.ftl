## First page and community page
landing-title = Something in your estate? Tell your steward
landing-lead = Every estate has one steward who answers for it. No account needed.
landing-choose = Choose your community
landing-empty = No community yet. The administrator sets it up by the one-time link.
landing-staff = Staff sign-in
community-lead = Lamps, leaks, noise: say it, and your steward sees it through.
report-button = Report something
who-is-my-steward = Who is my steward
your-steward = Your steward
supervision-phone = Supervision phone
choose-estate = Choose an estate
choose-building = Choose a building
choose-unit = Choose a unit (optional)

## Filing
report-title = Report something
report-where = Where
report-what = What
report-who = How to reach you (optional)
report-who-hint = Only your steward sees the phone, to ask and to tell you the outcome.
report-more = A little more (optional)
reach-title = Phones of the community
report-send = Send
report-privacy = You get a private link, to follow it at any time.
change-place = Change
show-buildings = List buildings and units
field-estate = Estate
field-building = Building
field-unit = Unit
field-room = Room (optional)
field-text = What is the matter
field-matter = What kind (optional)
field-photos = Photos (optional, up to six)
field-urgent = Urgent (gas, fire, trapped in a lift, danger to life)
urgent-call-first = Call first:
field-phone = Phone
field-name = Name
field-on-behalf = I report for somebody else
similar-title = Somebody reported something like it. The same matter?
me-too = Me too

## The private page
trail-title = What I reported
filed-title = Received
save-link-lead = Save this link: with it you follow, add and rate.
save-link-label = Private link
save-link-qr = QR code of the private link
trail-now = Now
works-on-it = Working on it: { $name }
public-reply = Reply
confirm-title = Is it solved?
solved-yes = Solved
solved-no = Not solved
rate-title = Rate it
field-satisfied = Satisfied?
field-words = Your words
rate-send = Send rating
reopen-title = It is back: open again
field-reopen-reason = What is the matter now
reopen-send = Open again
add-title = Add words or photos
add-send = Add
trail-mine = What I wrote
trail-steps = What happened

## The handler's link
handed-title = Handed to you
handed-lead = { $name }: the steward handed this to you.
handed-note = From the steward
handed-arrived = We are on site
handed-done = Done: write the reply
field-public-reply = Reply to the resident
field-after-photos = Photos after the work (optional)
field-reason = Reason

## Signing in
field-sign-in-name = Name
field-password = Password
sign-in-hint = Residents need no account. Forgot it? Your administrator sends a new link.
demo-logins = Demo: sign in at once
welcome-title = Welcome: first steps
welcome-lead = Choose the community, a name and a password; then you can import.
field-division = Community (division)
welcome-division-hint = Type part of the name and choose, or type the 12-digit code.
field-new-password = New password (at least 10 characters)
field-password-again = Once more
welcome-send = Start

## Error pages
error-403 = This is not for you to see
error-403-cure = If your work needs it, ask your administrator.
error-404 = Not found
error-404-cure = Check that the link is complete, or start from the first page.
error-409 = Somebody changed it just now
error-409-cure = Nothing was overwritten. See the present state, then decide.
error-422 = Something was not filled in right
error-422-cure = Go back, mend it and send it again.
error-429 = Too many at once
error-429-cure = Try again in a minute. In danger call 110, 119 or 120.
error-500 = Something broke here
error-500-cure = It is noted. Try again later; in an urgent matter, phone.
error-503 = Busy or under maintenance
error-503-cure = Try again in a few minutes; nothing was lost.
error-home = First page
error-mark = Name this mark when you ask for help: { $mark }
stale-now = Now:
stale-typed = What you typed
stale-open = Open it as it is now

## Problems of forms
problem-text-long = The text has { $n } characters: too long.
cure-text-long = Shorten it to 2,000 (it has { $n }); add the rest later.
problem-phone = This is not a phone number.
cure-phone = Give a mobile or a landline with area code, or leave it empty.
problem-reason = The reason is missing.
cure-reason = Say it in one sentence.
problem-reply = The reply is missing.
cure-reply = Tell the resident in a sentence or two what was done.
problem-sign-in = Name or password is wrong.
cure-sign-in = Try again, or ask your administrator for a new link.
problem-password-again = The two passwords differ.
cure-password-again = Type both again.
problem-division = There is no such community.
cure-division = Choose from the list, or type the 12-digit code.
problem-estate = The estate is missing.
cure-estate = Choose an estate.
