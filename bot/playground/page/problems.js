/** What Slack itself says of an answer before the app hears of it. */

/** {block_id: text} of the input blocks whose values the form cannot take. */
export function problems(blocks, values, words) {
  const inputs = blocks.filter((block) => block.type === "input");
  const found = inputs.map((block) => [block.block_id, problem(block, values, words)]);
  return Object.fromEntries(found.filter(([, text]) => text));
}

function problem({ block_id, element, optional }, values, words) {
  const { type, ...state } = values[block_id]?.[element.action_id] ?? {};
  const empty = Object.values(state).every((value) => value === null || value.length === 0);
  if (empty) return optional ? null : words.required;
  return checks[type]?.(state.value, element, words);
}

const checks = {
  plain_text_input(text, { min_length: least = 0 }, words) {
    return text.length < least ? words.tooShort(least) : null;
  },
  number_input(text, { is_decimal_allowed: decimal, min_value: least, max_value: most }, words) {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return words.notANumber;
    if (!decimal && text.includes(".")) return words.notAWholeNumber;
    if (Number(text) < Number(least ?? -Infinity)) return words.tooSmall(least);
    return Number(text) > Number(most ?? Infinity) ? words.tooLarge(most) : null;
  },
  email_text_input: (text, element, words) => (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) ? null : words.notAnAddress),
  url_text_input: (text, element, words) => (/^https?:\/\/[^\s/?#]+\S*$/.test(text) ? null : words.notAUrl),
};
