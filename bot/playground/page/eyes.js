/** Whose eyes one looks through: a button for each person, one click each. */
import { avatar } from "./avatar.js";
import { button, h, keyed } from "./dom.js";
import { nameOf } from "./reader.js";

export function makeEyes(actions) {
  const caption = h("span", { id: "eyes-caption" });
  const people = h("div", { class: "eyes-of", role: "group", "aria-labelledby": caption.id });
  return {
    node: h("div", { class: "eyes" }, caption, people),
    draw(state, reader) {
      caption.textContent = reader.words.whoseEyes;
      keyed(people, reader.people.filter((each) => !each.is_bot).map((each) => entry(each, state.as, reader)));
    },
  };

  function entry(person, as, reader) {
    const name = called(person, reader);
    const looking = person.id === as;
    const attributes = {
      "aria-label": name,
      "aria-pressed": String(looking),
      title: `${name} · @${person.name} · ${person.tz}`,
      "data-focus": person.id,
      onclick: () => actions.look(person.id),
    };
    const make = () => button(attributes, avatar(person), looking && h("span", { "aria-hidden": "true" }, name));
    return { key: person.id, stamp: JSON.stringify([person, looking, reader.stamp]), make };
  }
}

function called(person, { words }) {
  const note = person.is_guest ? words.guest : person.is_admin ? words.admin : null;
  return note ? `${nameOf(person)} (${note})` : nameOf(person);
}
