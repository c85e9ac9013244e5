## Estate work
nav-own = Estate work
own-lead = The start of a claim, hazard rounds, notices and mediations are done from here.
own-until = by { $day }
own-more-steps = { $n } more
own-hanging = { $n } to take down
own-rounds = { $n ->
    [one] One round goes on
   *[other] { $n } rounds go on
 }
text-for-group = Text for the group
choice-other = Something else

## The start of a claim
start-title = Starting here
start-group = Join the residents' groups and say who you are
start-poster = Put up the steward's poster
start-property = Meet the property company
start-grid-workers = Meet the grid workers
start-cards = Renew the residents' cards
start-done = Done
start-undo = Undo

## Residents' groups
groups-title = Residents' groups
groups-empty = No group is registered yet.
identity-title = Who I am, to copy
identity-text = Dear neighbours, I am { $name }, the steward of { $estate }. Phone { $phone }, on working days { $hours }. Please turn to me with anything about the estate. Supervision phone { $supervision }. In danger call 110, 119 or 120 first.
group-name = Name of the group
group-kind = Where it is
group-admin = Run by (role only)
group-members = About how many members
group-about-members = about { $n } members
group-joined = The steward is in it
group-is-joined = In it
group-not-joined = Not in it yet
group-change = Change
group-save = Save
group-add = Register a group
group-drop = Take out of the register
group-drop-confirm = Take this group out of the register?
group-wechat = WeChat group
group-wecom = WeCom group
group-qq = QQ group
group-dingtalk = DingTalk group
admin-community = Others of the community
admin-owners = Owners' committee

## Hazard rounds
rounds-title = Hazard rounds
rounds-lead = Only what is found is recorded: no attendance, no route, no door by door.
rounds-empty = No round yet.
round-begin = Begin a round
round-open = Going on
round-over = Over
round-findings = { $n ->
    [0] nothing found
    [one] one finding
   *[other] { $n } findings
 }
round-lead = Choose the place, tap what you found: that is all.
round-where = Place
round-outside = Outside the buildings
round-more = Photos or words (optional)
round-what = What did you find?
round-found = Recorded
round-nothing = Nothing is recorded yet.
round-again = added to the request that was open there
round-end = The round is over
hazard-fire-passage = Fire lane
hazard-e-bike = E-bike charging
hazard-fire-equipment = Fire equipment
hazard-gas = Gas
hazard-wire = Wires
hazard-lift = Lift
hazard-lamp = Staircase lamp
hazard-clutter = Things in the staircase
hazard-handrail = Handrail
hazard-manhole = Manhole cover
hazard-facade = Facade
hazard-tree = Dead branches

## Mediations
mediations-title = Mediations
mediations-lead = Only the steward of a party's estate and the named mediator can read a file. Every reading is logged.
mediations-empty = There is no file that you may read.
mediation-open = Going on
mediation-forgotten = Names and texts are erased
mediation-begin = New file
mediation-what = What it is about
mediation-words = What happened
mediation-first = First party
mediation-second = Second party
mediation-mediator = Mediator
mediation-mediator-hint = You must be the steward of one of the estates, or name yourself as the mediator.
mediation-steward-only = The steward alone
mediation-secret = Confidential: this reading stands in the access log.
mediation-kept = names and texts are kept until
mediation-meetings = Meetings
mediation-no-meeting = They have not met yet.
mediation-meet = Add a meeting
mediation-said = What was said
mediation-day = Day
mediation-agreement = Agreement
mediation-agree = Write the agreement
mediation-agreed-on = What both agree on
mediation-name = Name the mediator
mediation-close = Close the file
mediation-close-confirm = Nothing can be added once it is closed. Close it?
mediation-outcome = Outcome
dispute-noise = Noise
dispute-leak = Water leak
dispute-parking = Parking
dispute-space = Shared space
dispute-pets = Animals
dispute-property = Property service
dispute-family = Family
outcome-agreed = Agreed
outcome-not-agreed = Not agreed
outcome-withdrawn = A party did not go on
outcome-handed-on = Handed on to mediation committee or court
agreement-title = Agreement
agreement-opening = { $community }. On their dispute ({ $dispute }) both parties agreed of their own will on { $day }:
agreement-sign = { $name } (signature)
agreement-sign-mediator = Mediator (signature)

## Notices and leaflets
leaflets-title = Notices and leaflets
leaflets-lead = Written once: to print, for the groups, and on the estate's public page. You are told when to take it down.
leaflets-empty = No notice yet.
leaflet-notice = Notice
leaflet-policy = Policy leaflet
leaflet-for-all = The whole community
leaflet-kind = Kind
leaflet-title = Title
leaflet-words = Text
leaflet-until = In force until
leaflet-make = Write one
leaflet-in-force = In force
leaflet-over = Over
leaflet-places = { $n ->
    [one] one place
   *[other] { $n } places
 }
leaflet-where = Where it was put
leaflet-nowhere = Nowhere yet.
leaflet-put = Add a place
leaflet-spot = Sort of place
leaflet-place = Building and unit
leaflet-no-place = No building
leaflet-down = Take down by (empty: when it is over)
leaflet-photo = Photo (optional)
leaflet-taken = Taken down
leaflet-is-taken = Taken down
leaflet-withdraw = Take it back early
leaflet-withdraw-confirm = It leaves the public page, and what hangs is to be taken down. Take it back?
leaflet-group-text = [{ $title }]
    { $words }
    Until { $until }. { $from }
spot-unit-door = Unit door
spot-board = Notice board
spot-group = Residents' group
hanging-title = To be taken down
hanging-empty = Nothing hangs beyond its day.
public-leaflets = Notices of the estate
rights-mediation = Party to a mediation
rights-mediations = Mediation files
rights-mediation-copy = What stands in the file is shown and printed by the steward of the estate; it is not shown here.
access-read-mediation = read a mediation file
