/** The short names people and apps use most. A name that is not here stays as it was typed. */
const table = `
memo 📝 pencil 📝 pencil2 ✏️ white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ white_large_square ⬜ x ❌
heavy_plus_sign ➕ heavy_minus_sign ➖ warning ⚠️ no_entry ⛔ no_entry_sign 🚫 sos 🆘 question ❓
grey_question ❔ exclamation ❗ grey_exclamation ❕ bangbang ‼️ 100 💯 information_source ℹ️ bulb 💡
calendar 📆 date 📅 spiral_calendar_pad 🗓️ clock9 🕘 clock3 🕒 alarm_clock ⏰ hourglass ⌛
hourglass_flowing_sand ⏳ stopwatch ⏱️ timer_clock ⏲️ watch ⌚ bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢
speech_balloon 💬 thought_balloon 💭 left_speech_bubble 🗨️ eyes 👀 eye 👁️ ear 👂 brain 🧠
+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 wave 👋 clap 👏 raised_hands 🙌 pray 🙏 muscle 💪
handshake 🤝 point_up ☝️ point_right 👉 point_left 👈 point_down 👇 point_up_2 👆 raised_hand ✋ hand ✋
raising_hand 🙋 bow 🙇 man-bowing 🙇‍♂️ woman-bowing 🙇‍♀️ ok_woman 🙆 no_good 🙅 shrug 🤷 facepalm 🤦
smile 😄 smiley 😃 grin 😁 grinning 😀 joy 😂 laughing 😆 sweat_smile 😅 rolling_on_the_floor_laughing 🤣
slightly_smiling_face 🙂 simple_smile 🙂 wink 😉 blush 😊 innocent 😇 heart_eyes 😍 thinking_face 🤔
neutral_face 😐 expressionless 😑 sleeping 😴 sunglasses 😎 nerd_face 🤓 confused 😕 worried 😟
slightly_frowning_face 🙁 cry 😢 sob 😭 scream 😱 tired_face 😫 weary 😩 angry 😠 rage 😡 exploding_head 🤯
star-struck 🤩 partying_face 🥳 hugging_face 🤗 sweat 😓 cold_sweat 😰 disappointed 😞 relieved 😌
saluting_face 🫡 melting_face 🫠 skull 💀 ghost 👻 robot_face 🤖 alien 👽
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 broken_heart 💔
sparkles ✨ star ⭐ star2 🌟 dizzy 💫 boom 💥 fire 🔥 zap ⚡ tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁
trophy 🏆 medal 🏅 first_place_medal 🥇 crown 👑 rocket 🚀 airplane ✈️ car 🚗 truck 🚚 house 🏠 office 🏢
hospital 🏥 school 🏫 sunny ☀️ cloud ☁️ umbrella ☔ snowflake ❄️ rainbow 🌈 seedling 🌱 herb 🌿 four_leaf_clover 🍀
cherry_blossom 🌸 maple_leaf 🍁 fallen_leaf 🍂 coffee ☕ tea 🍵 beer 🍺 beers 🍻 cake 🍰 birthday 🎂 pizza 🍕
sushi 🍣 rice_ball 🍙 bento 🍱 ramen 🍜 cookie 🍪 apple 🍎 dog 🐶 cat 🐱 mouse 🐭 penguin 🐧 bug 🐛 bee 🐝
computer 💻 desktop_computer 🖥️ keyboard ⌨️ iphone 📱 telephone_receiver 📞 phone ☎️ email 📧 envelope ✉️
inbox_tray 📥 outbox_tray 📤 package 📦 mailbox 📫 link 🔗 paperclip 📎 pushpin 📌 round_pushpin 📍 scissors ✂️
file_folder 📁 open_file_folder 📂 card_index_dividers 🗂️ clipboard 📋 bar_chart 📊 chart_with_upwards_trend 📈
chart_with_downwards_trend 📉 page_facing_up 📄 bookmark_tabs 📑 books 📚 book 📖 notebook 📓 newspaper 📰
mag 🔍 mag_right 🔎 lock 🔒 unlock 🔓 key 🔑 hammer 🔨 wrench 🔧 hammer_and_wrench 🛠️ gear ⚙️ toolbox 🧰
broom 🧹 recycle ♻️ arrows_counterclockwise 🔄 repeat 🔁 arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️
arrow_upper_right ↗️ back 🔙 soon 🔜 new 🆕 ok 🆗 top 🔝 red_circle 🔴 large_orange_circle 🟠
large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 white_circle ⚪ black_circle ⚫
large_green_square 🟩 large_red_square 🟥 large_yellow_square 🟨 small_blue_diamond 🔹 small_orange_diamond 🔸
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣ keycap_ten 🔟
checkered_flag 🏁 triangular_flag_on_post 🚩 jp 🇯🇵 us 🇺🇸 gb 🇬🇧 moneybag 💰 yen 💴 dollar 💵 credit_card 💳
lightning ⚡ construction 🚧 rotating_light 🚨 traffic_light 🚥 performing_arts 🎭 art 🎨 musical_note 🎵
dart 🎯 game_die 🎲 soccer ⚽ person_running 🏃 runner 🏃 walking 🚶 bust_in_silhouette 👤 busts_in_silhouette 👥
technologist 🧑‍💻 palms_up_together 🤲 writing_hand ✍️ crossed_fingers 🤞 v ✌️
`;

const words = table.trim().split(/\s+/);
const byName = new Map();
for (let index = 0; index < words.length; index += 2) byName.set(words[index], words[index + 1]);

/** Each character under its first name. */
const firstNames = new Map([...byName].reverse().map(([name, sign]) => [sign, name]));
export const emojiNames = [...byName.keys()].filter((name) => firstNames.get(byName.get(name)) === name);

/** The character for a short name (skin tones are ignored), or ":name:" as it was. */
export const emoji = (name) => byName.get(name.split("::")[0]) ?? `:${name}:`;

/** Text with its :short_names: replaced. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => byName.get(name) ?? whole);
