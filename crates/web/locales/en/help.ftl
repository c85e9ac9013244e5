## Help
nav-help = Help
help-title = How it works
help-for = For: { $role }
help-link = How does this work?
help-picture = What “{ $name }” looks like
help-tasks = Do it now
help-others = For other roles
help-resident = Residents

help-resident-1 = Scan the code on your unit door, or open the page of your community and press “Report something”.
help-resident-2 = Choose estate and building (a scanned code knows them), and say in your own words what it is.
help-resident-3 = Add a photo if you can. Leave a phone number if the steward should call you back; you need not.
help-resident-4 = Press “Send” and keep the private link: with it you see how things stand and can add to it.
help-resident-5 = When it is done, the link shows the reply and a photo. Say whether it is solved.
help-resident-6 = If it comes back, press “Reopen”: nothing has to be told again.
help-resident-7 = If the type is too small, press “Elder view” at the top. Gas, fire, a trapped lift: call 110, 119 or 120 first.

help-worker-1 = Begin with “My work”: what was handed to you is there; what is due soon comes first.
help-worker-2 = A small matter on your way: do it, press “On the spot”, choose what it was. That is all.
help-worker-3 = What a resident tells you in person: press “File a request” and file it for them; a phone number is optional.
help-worker-4 = Open what was handed to you, press “Take it”; when it is done, write a line for the resident and add a photo.
help-worker-5 = If you cannot do it, press “Give back” and say why: the steward finds somebody else.
help-worker-6 = Door surveys shared out to you are under “Estate work” and go on without signal. Visit lists, doors only, are under “Print”.
help-worker-7 = Red means urgent. Whom to call at night stands under “Duty”.

help-steward-1 = Begin with the numbers on top of “My work”: urgent, overdue and due today come first; your own shares stand under “Numbers”.
help-steward-2 = Open a new request, press “Accept” and choose the matter: the limit follows from it.
help-steward-3 = To have it done by others, press “Hand on”; you stay responsible. A property company without an account gets the private link.
help-steward-4 = Several reports of one thing stand under “Common issues”: measure it by a door survey, put it right by a project.
help-steward-5 = To call a resident, press “Show in full” and give a reason; each time is logged.
help-steward-6 = When they are done, “Check” it. Close it if it is really done, or send it back for rework.
help-steward-7 = After closing, “Follow up”. If the resident says it is not solved, it comes back to you.
help-steward-8 = What you cannot move: press “Call for help” on the request and say who, what was tried, by when. Posters are under “Print”.

help-secretary-1 = Begin with “My work”: open, overdue and overnight requests of each estate; shares stand under “Numbers”, the month under “Reports”.
help-secretary-2 = Under “Claims” decide who answers for which estate and from when; print and sign the statement.
help-secretary-3 = Plan four weeks under “Duty”: an urgent request rings at once with whoever is on.
help-secretary-4 = Read your old sheets under “Import”: they are checked first, and nothing is written while something is wrong.
help-secretary-5 = Add people under “People”; disable who leaves, after their estates have gone to somebody else.
help-secretary-6 = Under “Print” type in the supervision and office phones, then print posters and door labels.
help-secretary-7 = When residents want to see or erase their data, do it under “Personal data” and hand them the receipt.

help-administrator-1 = The first time: download the template under “Import”, fill in estates, buildings, residents and staff, upload and check.
help-administrator-2 = Under “People” add staff, change posts, disable who has left.
help-administrator-3 = Sign-in links come from the security administrator, who should be somebody else.
help-administrator-4 = Under “Print” type in the supervision phone, the office phone and local emergency numbers.
help-administrator-5 = Look at “My work” each day: when the last backup was made, and whether a calendar is missing.
help-administrator-6 = Back up with guanjia backup, bring back with guanjia restore, look it over with guanjia doctor.

help-security-1 = Under “People” make a sign-in link for somebody new; it works once.
help-security-2 = Hand it over in person or by phone, never into a group.
help-security-3 = Who forgot the password gets a new link, once you know who is asking.
help-security-4 = If somebody leaves or loses a phone, disable or renew at once: their old session ends immediately.
help-security-5 = You see neither requests nor the access log: the three administrators watch over each other.
help-security-6 = Tell the secretary and the auditor when something looks wrong.

help-auditor-1 = Open “Access log”: who looked at or changed what is protected, when and why.
help-auditor-2 = Look at “refused” first: somebody wanted what is not theirs to see.
help-auditor-3 = Then read whether the reasons for seeing contacts make sense.
help-auditor-4 = Filter by a name to see what one person did.
help-auditor-5 = The log can be neither changed nor deleted; guanjia verify proves it.
help-auditor-6 = Tell the secretary what you find; what concerns the secretary goes to the street office.

help-organisation-1 = Open the private link that the steward sent: no account is needed. With an account it stands under “My work”.
help-organisation-2 = Press “Take it” first: resident and steward then know that you are on it.
help-organisation-3 = What the steward wrote to you is not shown to the resident.
help-organisation-4 = When it is done, write a line or two for the resident and add a photo of the result.
help-organisation-5 = If it is not yours, give it back and say why and whose it is.
help-organisation-6 = Do not pass the link on to others.

help-office-1 = Calls for help and escalated requests stand under “My work”, the most urgent on top.
help-office-2 = Open one and press “Take it”: the community knows that somebody leads.
help-office-3 = Extend it if you need more time, and say why: the resident can read it.
help-office-4 = When it is done write the public reply; the steward checks and follows up.
help-office-5 = What is not yours you can decline with reason and rule; a community gets only what is on its duty list.
help-office-6 = You do not see the resident's name and phone; reach them through the steward.
help-secretary-8 = Under “Allocation” rank the estates, draft a plan, hear objections, approve it, and print it for the notice board.
