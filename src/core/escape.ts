/**
 * Serialises a value as JSON that is safe inside a `<script>` element: no `</script>`, no `<!--`, no line separators
 * that old parsers take for line ends.
 *
 * Source: https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const special = /[&<>"]/u;

/** Escapes a text for HTML, in element content and in attributes with double quotation marks. */
export function escapeHtml(text: string): string {
  // Most texts have nothing to escape, and looking takes half as long as replacing.
  return special.test(text) ? text.replace(/[&<>"]/gu, (character) => entities[character] ?? character) : text;
}
