// What the page says, read in one moment: what was waited for is what is read, whatever the editor draws anew right after.

const patience = 60_000;

/** The texts of all that `selector` finds and that can be seen, at a moment when one of them holds `text`. */
export async function textsWith(page, selector, text) {
  const seen = await page.waitForFunction(([selector, text]) => {
    const texts = [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).map(one => one.innerText.replaceAll('\u00a0', ' '));
    return texts.some(one => one.includes(text)) ? texts : null;
  }, [selector, text], { timeout: patience });
  return seen.jsonValue();
}

/** Like `textsWith`, and gives the first that holds `text`. */
export async function textWith(page, selector, text) {
  return (await textsWith(page, selector, text)).find(one => one.includes(text));
}

/** How many there are of what `selector` finds, at a moment when there is at least one. */
export async function countOf(page, selector) {
  const seen = await page.waitForFunction(selector => document.querySelectorAll(selector).length || null, selector, { timeout: patience });
  return seen.jsonValue();
}

export function waitForNone(page, selector) {
  return page.waitForFunction(selector => document.querySelector(selector) === null, selector, { timeout: patience });
}
