// Reads what the proofs need of XML, and refuses what is not well-formed: a report that a strict reader would refuse must not pass.
const entity = /&(?:lt|gt|amp|quot|apos|#\d+|#x[0-9a-fA-F]+);/g;
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** The root element: `{ name, attributes, children, text }`. */
export function parseXml(text) {
  if (forbidden.test(text)) throw new Error('a character that XML does not allow');
  const top = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let at = 0;
  for (const match of text.matchAll(/<\?[^?]*\?>|<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.:-]*="[^"<]*")*)\s*(\/?)>/g)) {
    addText(open.at(-1), text.slice(at, match.index));
    at = match.index + match[0].length;
    const [, end, name, attributes, empty] = match;
    if (!name) continue;
    if (end) {
      if (open.pop().name !== name) throw new Error(`</${name}> ends something else`);
      continue;
    }
    const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
    open.at(-1).children.push(element);
    if (!empty) open.push(element);
  }
  addText(open.at(-1), text.slice(at));
  if (open.length !== 1 || top.children.length !== 1 || top.text.trim()) throw new Error('not one whole element');
  return top.children[0];
}

function addText(element, text) {
  if (/[<>]/.test(text)) throw new Error(`markup that cannot be read: ${text.slice(0, 80)}`);
  requireEntities(text);
  element.text += text;
}

function readAttributes(text) {
  const attributes = {};
  for (const [, name, value] of text.matchAll(/([A-Za-z][\w.:-]*)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`${name} twice`);
    requireEntities(value);
    attributes[name] = value;
  }
  return attributes;
}

function requireEntities(text) {
  if (text.replace(entity, '').includes('&')) throw new Error(`an ampersand that means nothing: ${text.slice(0, 80)}`);
}
