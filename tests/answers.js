// What the site's search finds, without a browser: its own scripts over the files of an index.
// deno run --allow-read tests/answers.js ASSETS SITE < queries.json
const [assets, site] = Deno.args;
const run = (path) => (0, eval)(Deno.readTextFileSync(path));
const load = async (path) => run(`${site}/${path.split("?")[0]}`);
globalThis.attestedSearch = { root: new URL("file:///"), form: null, field: null, load };
for (const part of ["minisearch", "spelling", "words", "tables", "names", "find"]) run(`${assets}/search/${part}.js`);

const search = globalThis.attestedSearch;
await search.begin();
const queries = JSON.parse(await new Response(Deno.stdin.readable).text());
const answers = [];
for (const query of queries) {
  const { names, guesses, facts, meant } = await search.find(query);
  const rows = await search.shown([...names, ...guesses].slice(0, 6).map((one) => one.number));
  const told = await search.texts(facts.slice(0, 5));
  answers.push({ meant, found: [...rows.map(([ref]) => [ref, ""]), ...told.map(([id, when, statement]) => [id, `${when} ${statement}`])] });
}
console.log(JSON.stringify(answers));
