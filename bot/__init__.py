"""Urakata (裏方): a self-hosted Slack bot for the work nobody sees.

Chat decisions become minutes and tasks; the channel is told what is due. Folders are features
(memos, tasks, reflections, digests on the ground floor of workspaces), each with the same few files;
`platform` is what they stand on, `deadlines` reads what people write, `playground` is a small Slack that
knows nothing of all this, `trial` fills it with a sample team. `app.py` wires them.

Decisions, and why:

1. *Services are plain synchronous code on threads, the edge is async* (`platform/database`): Bolt's
   async app takes bursts that the synchronous client loses, and sync SQLAlchemy is what people read
   with ease. A unit of work commits in one place; on SQLite those that wait at the same time share
   a commit (`platform/commits`), and each is told after it.
2. *Acknowledged means committed.* Bolt answers when the listener is done
   (`process_before_response`), and a listener answers after its unit has committed. A form that is open
   is shown anew after that (`Visit.follow`): whether Slack takes it says nothing of what was saved.
3. *Events are kept before they are acknowledged, and worked off from the inbox* (`platform/inbox`):
   Bolt acknowledges an event before its listener runs and swallows what the listener raises.
4. *What Slack shall see is written in the transaction of the change* (`platform/outbox`) and sent by
   one worker. A post whose fate is unknown is looked up by its metadata before it is sent again.
5. *Cards are rendered when they are sent* (`platform/cards`), through functions that `app.py` names:
   ten changes make one update, and a memo never knows who shows it.
6. *Inbox and outbox are the same queue* (`platform/queue`): a lane a channel, leases, parked rows. Each
   lane is worked off by itself (`platform/lanes`), so that a slow or paused channel delays no other.
7. *The text of a message somebody chose waits in `memo_sources` while its form is open*: a form
   carries 3,000 characters, a message may have 40,000, and looking it up when the form comes back
   would be a call before the acknowledgement.
8. *A posted message holds at most about 9,000 characters of one text*: Slack refuses somewhere above
   11,000 in all of a post's blocks, without documenting where (`platform/blocks`).
9. *What people wrote is stored as plain text* and becomes markup in one function, `markup.escape`;
   `Mrkdwn` is a type of its own, so that the type checker finds a text that was not escaped.
10. *The catalogues' message ids are keys*, not English sentences: both languages are translations.
11. *Everything that belongs to a channel is selected through `workspaces.visibility`*: what may not
    be seen is not there. When the bot leaves a channel nobody is known to be in it any more.
12. *A request that comes again is told by its trigger*, of which each gesture has one (`platform/receipts`):
    the receipt stands in the transaction of what it asks for, so that neither is there without the other.
    Forms sent twice are told by the id of their view, double clicks by the state they meet.
13. *A card is rendered anew for everything it shows* (`card_parts`): a request in somebody's direct
    messages and a posted plan change with their tasks, of which tasks knows nothing. A posted plan keeps
    which tasks it showed and its counts in a table of its own (`digests`), so that it stays that of its day.
14. *A person's id in place of a channel's is the conversation with them*, opened each time before anything is
    sent or looked up there: opening it may be repeated, so nothing about it has to be remembered.
15. *Ticks are told against how the card stood*, which its block id says: two who tick at once both count.
16. *Lists are forms* (`platform/list_views`): their pages turn through `views.update` as often as
    somebody likes, where a `response_url` serves five times within half an hour; nothing of them
    stays in the channel, and a line is shown anew in its place.
17. *Searching is LIKE on a folded copy of the text* (`platform/search`): it finds one character and
    every width and case on both engines alike. An index may come before it, never instead of it.
18. *An export is written when it is sent* (`platform/files`): it holds what its reader may see then, and
    the outbox keeps only what was asked for, not a copy of it.
19. *An event about a message is looked up before it is kept* (`platform/fates`): Slack tells of every edit,
    unfurled link and deletion in every channel, and of hardly any of those messages something was made.
    One that cannot be read is kept: what cannot be handled is shown to somebody in the end.
20. *A card that a person deleted is never posted anew* (`cards.is_gone`), whether we heard of it or Slack
    refused its update.
21. *What a channel has posted by itself is on while its schedule is* (`workspaces/automatic`), and follows
    the channel's settings through `schedule.move`: the date that is next is served at the new time, or where
    that has passed at the old one. An ended schedule keeps its dates, so that no switch brings a second post.
22. *The settings form changes the fields a person touched* (`home/filled_views`): it carries what it showed,
    so that of two who have it open none undoes the other.
23. *What belongs to a person is theirs alone until they share it* (`visibility.own_or_shared`): a private
    reflection is seen by its author only. A shared one stands where it was first shared, so that its card
    never appears in another channel, and names nothing that happened elsewhere.
24. *A week goes from Monday to Sunday and is known by its Monday* (`platform/weeks`): for a prompt as the
    channel's clock has it, for `/weekly` alone as the person's. What somebody did in it are the days of
    their own clock. It can be written until a later week is asked about in a channel of theirs, and no
    longer than to the end of the week after it.
25. *The weekly prompt has a slot each day and uses one a week*: a day moved before a holiday needs no
    other schedule.
26. *A prompt counts the members of its channel who have looked back, wherever they did*: a person answers
    once, however many channels ask.
27. *A form that is filled later keeps the ids of its inputs*, since Slack keeps what was entered under them:
    a message that decides opens for writing at once, any other only shows itself until its thread was
    read, so that no text changes under anybody's hands. The requests of a thread are told apart by the
    message they stand in; nothing of the thread is stored for its form.
28. *A memo's tasks stand on its card and have none of their own* (`memo_tasks`); when the memo goes, they
    get one.
29. *Only the playground moves the clock*: it starts the bot through a module of its own
    (`trial/process`), which hands a clock read from a file to what `run` does. `run` has no setting, variable
    or option for that, so nothing can move the clock of a bot in earnest.
30. *The playground's fortnight is really done* (`trial/telling`): people's hands, commands and buttons, with
    a bot of the same process on a clock that is moved from scene to scene. It costs a few seconds at the
    start and cannot show what the bot would not do.
31. *What may have been posted is never sent blindly*: it is looked up, and where five minutes of that do not
    tell, the channel's carer is asked (`platform/notices`). What is found late, or said to be there, is found
    as it was: its card is rendered anew. What was refused is parked with Slack's reason,
    shown once, and resumed by what mends it: an event, the hourly resync, a start with a good token.
32. *Pauses towards Slack are rows* (`outbox/pauses`): replicas keep them together. A limit on posts is that
    of the channel, which its oldest posting holds anyway; any other rests the method for all.
33. *What an event asks for takes a receipt in the transaction of its effect*: a worker may die between that
    and noting the event as handled.
34. *Socket Mode is spoken by ourselves* (`slack/socket`): the SDK's client closes a connection before it
    opens the next, and takes one for connected whose first pong never comes.
35. *A reminder waits until its reader works, and all that waits then is one message* (`workspaces/nudges`):
    a feature says of what and not before when, and is asked again when it is sent whether that still holds.
    Nobody's own hours are known, so they are the usual ones where the person is. Who mutes a kind mutes it
    everywhere; no feature keeps a switch of its own.
36. *A channel is told of tasks without an owner once a day* (`tasks/unowned`), of those that soon would be
    named too; only what is due by the next business day is not kept for the morning. Each is named once, and
    again only after it had an owner or was closed meanwhile: from then on it stands in the plan of the day.
37. *An owner hears of a deadline when their work begins on the business day before it* (`digests/reminders`):
    on the day itself the plan may come the minute work begins, and a word before it hurts leaves time to act.
    Not on a day on which they saw to it themselves: what they take then is told on the morning of its day,
    and what they take for that very day not at all, since they have just said yes to it. Only in channels
    with a plan each day, so that nothing begins without Start, and once for each deadline and owner. Who was
    asked and has not accepted owns nothing yet.
38. *What one gesture asks of one person is one message* (`tasks/asking`): all that a gesture does bears one
    instant, by which its requests find each other, whether one command made them or the form of a thread.
39. *What was stopped from a post begins again as the channel had it* (`automatic.resume`): only Start, where
    nothing is on, lends a channel the language and the zone of who taps it.
40. *Nobody is reminded more than once a day*: what comes to wait after the day's message waits for the next
    morning's.
41. *Replicas go by one clock, their database's* (`SharedClock`): a lease says until when a row is in
    somebody's hands, so a machine an hour wrong would take it out of them and post again, or too early.
    Who slept over a lease looks before sending whether the posting is still in its hands (`queue.is_held`).
42. *Events that come at once share their commits* (`inbox/intake`): of a burst of a thousand, half were
    answered later than Slack waits when each had its own.
43. *`/healthz` is for who can mend something, `/livez` for what restarts processes.* Red is what the last
    write, the last read and the connection found, and while nothing can be saved each tick tries to. No
    restart makes room on a disk or brings a server back, but it takes away who tells people so and gives
    them their words back; a bot that does start anew on a full disk says why and leaves.
"""
