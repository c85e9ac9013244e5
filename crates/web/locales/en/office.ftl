## People
people-title = People and organisations
people-empty = Nobody yet: import the sheet, or add somebody below.
person-name = Name
person-duty = Duty
person-area = Area
person-role = Role
person-tier = Tier (officers only)
person-tier-none = None
person-kind = Kind (organisations only)
person-kind-none = None
person-active = Active
person-disabled = Disabled
person-add = Add somebody
choose = Choose
tier-1 = Tier 1: secretary and deputies
tier-2 = Tier 2: party-member cadres
tier-3 = Tier 3: social workers
make-link = Sign-in link
link-once = Shown once, works once. Give it to the person privately.
disable = Disable
disable-confirm = Disable { $name }? They are signed out at once.
problem-name-taken = This sign-in name is taken.
cure-name-taken = Choose another one.

## Import
import-title = Import spreadsheets
import-lead = Fill { $name } from your sheets. Look first, then confirm: all or nothing.
import-files = Choose sheets (xlsx or csv)
import-look = Look
import-template = Empty templates
import-hint = Importing the same sheet twice changes nothing.
import-preview = What would happen
import-kind = Kind
import-new = New
import-changed = Changed
import-unchanged = Unchanged
import-confirm = Import
import-confirm-question = { $n } rows will be written. Go on?
import-problems = { $n ->
    [one] { $n } problem
   *[other] { $n } problems
 } to mend; then look again. Nothing was written.
import-problem-caption = Problems
import-notices = Good to know (nothing keeps it from being imported)
import-differences = What differs
import-change = Change
import-name = Name
import-file = File
import-sheet = Sheet
import-row = Row
import-column = Column
import-wrong = What is wrong
import-cure = What to do
import-done = { $n ->
    [one] { $n } row was written.
   *[other] { $n } rows were written.
 }
problem-sheet = This is not a spreadsheet that can be read.
cure-sheet = Save it as xlsx and choose it again.

## Inbox and access log
inbox-read-all = Mark all as read
inbox-empty = No messages.
inbox-new = New
audit-title = Access log
audit-lead = Who looked at protected data, when and why.
audit-who = Who
audit-when = When
audit-what = What
audit-about = About
audit-refused = Refused
audit-empty = Nothing was logged.

## Gallery
gallery-title = Gallery of components
gallery-colours = Colours
gallery-states = States and clocks
gallery-buttons = Buttons
gallery-fields = Fields
gallery-notices = Notices and empty states
import-what = What differs
import-export = Export lists
columns-title = Columns of “{ $sheet }”
columns-unknown = No heading of this sheet is known.
columns-hint = Some headings are not known. Say what each column holds; sheets with the same headings will be read so from now on. The examples are masked.
columns-samples = Examples:
columns-kept = Keep under its own name
columns-left-out = Leave this column out
columns-other = Other
columns-remember = Remember, and look again
aspect-aliases = Other names
aspect-property = Property management
aspect-built = Built
aspect-columns = Other columns
aspect-households = Households
aspect-post = Post
aspect-tier = Tier
aspect-scope = Scope of the grid
export-title = Export lists
export-lead = Take the lists of { $name } out, in the columns of the import: what you change can be imported again.
export-warning = The file holds personal data in clear. Encrypt it, hand it only to whom it is for, delete it when it has served. Who exported what, and when, is in the access log.
export-places = Estates, buildings, rooms
export-places-hint = Three sheets: estates, buildings, rooms.
export-people = Staff, grids, organisations
export-people-hint = Three sheets: staff with their phones, grids, organisations.
export-residents = Residents
export-residents-hint = Names, phones and addresses; ID numbers, care tags and remarks only of those who agreed to them. Say why; the reason is kept in the access log.
export-xlsx = As Excel workbook
export-csv = As CSV text
person-former = People who have left
person-former-hint = They come back in the same post, without estates; give them a new sign-in link.
person-enable = Take back
