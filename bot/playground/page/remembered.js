/** The last answer of a function, given again as long as it is asked the same. */
export function remembered(task) {
  let asked = null;
  let answer = null;
  return (...given) => {
    if (!asked?.every((each, index) => each === given[index])) answer = task(...given);
    asked = given;
    return answer;
  };
}
