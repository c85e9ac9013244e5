## Door surveys
surveys-title = Door surveys
surveys-lead = Ask at every door how many households something really concerns.
surveys-empty = No survey is going on.
survey-new = Plan a survey
survey-walk = Go to the doors
survey-open = What it tells
survey-planned = planned
survey-running = running
survey-ended = ended
survey-known-of = { $known } of { $doors } known

## Planning
survey-which-estate = In which estate?
survey-no-estate = A survey is planned by the steward of an estate, and you have none.
survey-question = Question
survey-question-default = Does “{ $matter }” concern your home?
survey-question-plain = Does this concern your home?
survey-question-trees = Do trees keep the light from your windows?
survey-question-lamp = Is there no working lamp at this unit door?
survey-asked-at = Where is it asked?
asked-at-rooms = At each household
asked-at-unit-doors = At each unit door, without ringing
survey-hint = What to say at the door
survey-hint-default = Hello, I come from the community office. It takes one minute, and you need not answer.
survey-asks = What else is noted?
survey-since = Since when
survey-note = A note
survey-photo = A photo
survey-consent-hint = Notes and photos are kept only where the household agrees, and are erased half a year after the survey ends.
survey-where = Which doors?
survey-where-hint = Whole buildings or units take every room in which somebody lives.
survey-whole = The whole estate
survey-whole-building = The whole building
survey-choose-rooms = Choose single rooms
survey-single-rooms = Single rooms besides whole units:
survey-plan-send = Plan it

## Sharing out
survey-shares = Who goes where
survey-shares-empty = Nobody has doors yet.
survey-doors = { $n ->
    [one] one door
   *[other] { $n } doors
 }
survey-share-out = Share the doors out
survey-share-hint = Everybody takes whole staircases, those of the own grid first.
survey-share-send = Share out
survey-begin = Begin
survey-end = End the survey
survey-give-up = Give it up
survey-end-question = After that no answer is taken any more. End it?
survey-steward = steward or deputy

## What it tells
survey-issue = The common issue
survey-outcome = What it tells
survey-silent = Did not or could not say
survey-coverage = { $known } of { $doors } doors are known ({ $share } %).
survey-affected-households = { $n ->
    [one] One household is affected.
   *[other] { $n } households are affected.
 }
survey-rest = Of the { $n } others probably { $least } to { $most } are affected too (95 %).
survey-rest-hint = This holds if they are like those that answered; who is never at home may live differently.
survey-ways = By phone: { $phone }; visited more than once: { $again }.
survey-map = Plan by building
survey-map-hint = The darker, the larger the share of affected doors; the figures are affected and all doors.
survey-affected = Affected households
survey-affected-hint = They count for the project and are told what came of it, whether they had made a request or not.
survey-affected-empty = None so far.
survey-since-then = since { $since }
survey-photo-of = Photo of
survey-still = Still to visit
survey-n-affected = { $n } affected
survey-export = Table to take away
survey-entrance = Door

## At the door
survey-done = doors are done
survey-left = { $n } to visit
survey-left-n = # to visit
survey-visit = Visit { $n }
survey-visit-n = Visit #
survey-no-doors = No doors are yours in this survey.
survey-not-running = Answers are not taken now: the survey has not begun, or is over.
survey-nobody-hint = Come again at another time of day, or ask by phone.
survey-by-phone = Asked by phone
survey-said = What came out?
survey-since-when = Since when
survey-since-unknown = Not known
survey-month = { $year }-{ $month }
survey-year = { $year }
survey-note-label = Note, in their words
survey-photo-label = Photo
survey-consent = They agree that note and photo are kept
survey-save = Save
survey-close = Close
said-affected = Affected
said-not-affected = Not affected
said-nobody-home = Nobody home
said-refused = Will not say
said-unknown = Not clear
said-unvisited = Not visited

## Without signal
outbox-needs-script = Without script, open a door and send its form.
outbox-all-sent = Everything has arrived.
outbox-waits-one = One answer waits for signal
outbox-waits-many = # answers wait for signal
outbox-sign-in = Sign in again: # answers are kept on this phone and go on then
outbox-other-person = # answers of another person are kept on this phone until they sign in
outbox-refused = Answers that were not taken
outbox-remove = Remove
outbox-no-room = The phone has no room for the photo; the answer is kept without it.
outbox-needs-https = This address is not https, so the phone keeps no copy of the page. Leave the page open while you are without signal: the answers are kept.

## The table to take away
survey-sheet = Survey
survey-col-building = Building
survey-col-unit = Unit
survey-col-room = Room
survey-col-households = Households
survey-col-said = Result
survey-col-since = Since
survey-col-visits = Visits
survey-col-way = By phone
survey-yes = yes
own-surveys = { $n ->
    [one] One door survey
   *[other] { $n } door surveys
 }
access-export-survey = Took the table of a door survey
rights-answers = Notes and photos of door surveys
rights-answer-line = Door survey: { $question }
