"use strict";
// Everything that comes from the data enters the page as text, never as HTML.
const told = JSON.parse(document.getElementById("told").textContent);
const words = told.words;
const STEP = 100; // rows of a table before "Mostrar más"

const teletipo = (() => {
  const loads = new Map(), kept = new Map();
  function part(kind, number) {
    const name = `${kind}-${number}`;
    if (!loads.has(name)) {
      loads.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `data/${name}.js`;
        script.onload = () => done(kept.get(name));
        script.onerror = () => failed(new Error(`no se pudo leer data/${name}.js`));
        document.head.append(script);
      }));
    }
    return loads.get(name);
  }
  return {
    take: (kind, number, rows) => kept.set(`${kind}-${number}`, rows),
    part,
    all: async (kind) => (await Promise.all(told.parts[kind].map((_, number) => part(kind, number)))).flat(),
    // of a kind whose rows stand in the order of another's, the one that belongs to the row at a place there
    at: async (kind, { id, at }) => (await part(kind, told.parts[kind].findLastIndex((first) => first <= at))).find((row) => row.id === id),
  };
})();

const memory = new Map();
function once(name, make) {
  if (!memory.has(name)) memory.set(name, make());
  return memory.get(name);
}
const byId = (kind) => once(kind, async () => new Map((await teletipo.all(kind)).map((row, at) => [row.id, { ...row, at }])));
const articlesById = () => byId("articles"), entitiesById = () => byId("entities");

// -- building nodes

function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}
const cell = (label, ...children) => h("td", { "data-label": label }, ...children);
const web = (url) => (/^https?:\/\//.test(url ?? "") ? url : null);
const link = (view, id, text) => h("a", { href: `#/${view}/${encodeURIComponent(id)}` }, text);
const person = (id, name) => (id ? link("nombre", id, name) : name);
const joined = (nodes, between = ", ") => nodes.flatMap((node, at) => (at ? [between, node] : [node]));
const amount = (number, one, many) => `${number.toLocaleString("es")} ${number === 1 ? one : many}`;
const sure = (likelihood) => (likelihood === null ? "" : likelihood.toLocaleString("es", { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
const fold = (text) => (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const quoted = (text) => `'${String(text).replaceAll("'", "''")}'`;
const currencies = new Intl.DisplayNames(["es"], { type: "currency" });
const unitName = (unit) => (/^[A-Z]{3}$/.test(unit ?? "") ? currencies.of(unit) : unit);
// "más de 10.000.000 euros", "3 a 4 (centímetro)": a unit that is no currency stands as the dictionary has it
function worth({ approximation, value, value_max: most, unit }) {
  const money = unitName(unit) !== unit, figure = (number, style) => Number(number).toLocaleString("es", { maximumFractionDigits: 6, minimumFractionDigits: 0, useGrouping: "always", ...style });
  const isRange = most !== null && most !== undefined && most !== "", last = figure(isRange ? most : value, money ? { style: "currency", currency: unit, currencyDisplay: "name" } : {});
  return [words.approximations[approximation], isRange ? `${figure(value)} a ${last}` : last, !unit || money ? null : unit === "%" ? unit : `(${unit})`].filter(Boolean).join(" ");
}
const regions = new Intl.DisplayNames(["es"], { type: "region", fallback: "code" });
const country = (code) => (code ? regions.of(code) : "");
// 2024, 2024-06 or 2024-06-19 where the time is that year, month or day; else from when to when.
function when({ starts_on: first, ends_on: last }) {
  if (!first || !last || first === last) return first ?? "sin fecha";
  if (first.endsWith("-01-01") && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  const month = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return first.endsWith("-01") && last === month ? first.slice(0, 7) : `${first} a ${last}`;
}

function sqlBox(sql, name = "SQL") {
  const copied = h("button", { type: "button", onclick: () => navigator.clipboard?.writeText(sql).then(() => { copied.textContent = "Copiado"; }) }, "Copiar");
  return h("details", null, h("summary", null, name), h("pre", { tabindex: 0 }, sql), navigator.clipboard ? copied : null);
}
const place = (articles, id, start, elsewhere) => {
  const article = articles.get(id);
  if (!article) return elsewhere ?? id;
  return h("a", { href: `#/articulo/${id}${start === undefined ? "" : `?en=${start}`}` }, article.title || article.outlet || article.path);
};

// How many of a list the row does not carry; the SQL beside it gives them all.
const rest = (total, listed) => (total > listed.length ? ` y ${(total - listed.length).toLocaleString("es")} más` : null);
const evidenceList = (items, total) => h("ul", { class: "evidence" }, items, total > items.length ? h("li", null, `${(total - items.length).toLocaleString("es")} más, con el SQL`) : null);
const evidenceBox = (items, total) => h("details", null, h("summary", null, "Pruebas"), evidenceList(items, total));

// -- rows of tables

function eventRow(event, articles) {
  const evidence = event.evidence.map((said) => h("li", null,
    `«${said.words}», `, place(articles, said.article, said.start, said.elsewhere), h("small", null, ` ${said.start}–${said.end}, seguridad ${sure(said.confidence)}`),
    said.status !== event.status ? h("small", null, ` (${words.statuses[said.status]})`) : null,
    said.claimed_by ? ` según ${said.claimed_by}` : null,
    said.quote ? h("blockquote", null, said.quote) : null));
  const parties = Object.keys(words.roles).map((role) => [role, event.parties.filter((party) => party.role === role)]).filter(([, side]) => side.length)
    .map(([role, side]) => h("div", null, h("small", null, `${words.roles[role]}: `, joined(side.map((party) => [link("nombre", party.entity_id, party.name), party.confidence === null ? "" : ` ${sure(party.confidence)}`])).flat())));
  const others = rest(event.party_count, event.parties);
  return h("tr", null,
    cell("Fecha", when(event)),
    h("th", { scope: "row" }, event.label, parties, others ? h("small", null, others) : null),
    cell("Tipo", words.event_types[event.type]),
    cell("Estado", h("span", { class: `chip ${event.status}` }, words.statuses[event.status])),
    cell("Lugar", event.place ? person(event.place_id, event.place) : ""),
    cell("Contado en", amount(event.article_count, "artículo", "artículos"), event.denied_count && event.denied_count < event.mention_count ? h("div", null, h("small", null, amount(event.denied_count, "lo desmiente", "lo desmienten"))) : null),
    h("td", null,
      evidenceBox(evidence, event.mention_count),
      sqlBox(`SELECT source_path, char_start, char_end, event_mentions.text, status\nFROM event_mentions JOIN articles USING (article_id)\nWHERE event_id = ${quoted(event.id)}\nORDER BY source_path, char_start;`)));
}

function quoteRow(quote, articles) {
  return h("tr", null,
    h("th", { scope: "row" }, quote.speaker ? person(quote.speaker_id, quote.speaker) : quote.speaker_text || "sin nombre",
      quote.role ? h("div", null, h("small", null, quote.role)) : null,
      quote.speaks_for ? h("div", null, h("small", null, `por ${quote.speaks_for}`)) : null),
    cell("Palabras", h("blockquote", null, quote.words),
      quote.quoted_within ? h("small", null, "cita a ", quote.quoted_within_id ? person(quote.quoted_within_id, quote.quoted_within) : quote.quoted_within) : null),
    cell("Clase", words.quote_types[quote.type], quote.stance && quote.stance !== "neutral" ? h("div", null, h("small", null, words.stances[quote.stance])) : null),
    cell("Cuándo", quote.said_on ?? (quote.published_on ? h("small", null, `artículo del ${quote.published_on}`) : "")),
    cell("Dónde", place(articles, quote.article, undefined, quote.elsewhere), quote.article_count > 1 ? h("div", null, h("small", null, `y en ${amount(quote.article_count - 1, "artículo más", "artículos más")}`)) : null),
    h("td", null,
      evidenceBox([
        h("li", null, place(articles, quote.article, quote.start, quote.elsewhere), h("small", null, ` ${quote.start}–${quote.end}`)),
        quote.speaker_text ? h("li", null, `El artículo la da a: «${quote.speaker_text}»`) : h("li", null, "El artículo no repite aquí quién habla"),
        quote.cue ? h("li", null, `La presenta: «${quote.cue}»`) : null,
        h("li", null, `Seguridad: ${sure(quote.confidence)}`)], 0),
      sqlBox(`SELECT * FROM who_said_what WHERE quote_id = ${quoted(quote.id)};`)));
}

function quantityRow(row, articles) {
  return h("tr", null,
    h("th", { scope: "row" }, row.words),
    cell("Alrededor", row.before === null ? "" : [row.before, h("strong", null, row.words), row.after]),
    cell("Vale", worth(row)),
    cell("Dónde", place(articles, row.article, row.start, row.elsewhere), row.published_on ? h("div", null, h("small", null, row.published_on)) : null),
    h("td", null, sqlBox(`SELECT source_path, quantities.*\nFROM quantities JOIN articles USING (article_id)\nWHERE quantity_id = ${quoted(row.id)};`)));
}

const namedSql = (id) => `SELECT source_path, char_start, char_end, entity_mentions.text\nFROM entity_mentions JOIN articles USING (article_id)\nWHERE entity_id = ${quoted(id)}\nORDER BY source_path, char_start;`;
const namedIn = (named, articles) => named.map(({ article, start, words: form }) => h("li", null, `«${form}», `, place(articles, article, start)));

function entityRow(entity, articles) {
  const evidence = h("details", { ontoggle: async () => {
    if (!evidence.open || evidence.querySelector("ul")) return;
    const row = (await entitiesById()).get(entity.id), { named_in: named } = await teletipo.at("profiles", row);
    evidence.append(evidenceList(namedIn(named, articles), entity.article_count));
  } }, h("summary", null, "Pruebas"));
  return h("tr", null,
    h("th", { scope: "row" }, link("nombre", entity.id, entity.name)),
    cell("Clase", words.entity_types[entity.type]),
    cell("País", country(entity.country)),
    cell("También escrito", entity.aliases.join(", "), rest(entity.alias_count, entity.aliases)),
    cell("Menciones", String(entity.mention_count)),
    cell("Artículos", String(entity.article_count)),
    h("td", null, evidence, sqlBox(namedSql(entity.id))));
}

function articleRow(article) {
  return h("tr", null,
    h("th", { scope: "row" }, link("articulo", article.id, article.title || article.path)),
    cell("Medio", article.outlet ?? ""), cell("Fecha", article.date ?? ""), cell("Fichero", article.path),
    h("td", null, sqlBox(`SELECT * EXCLUDE (text)\nFROM articles\nWHERE article_id = ${quoted(article.id)};`)));
}

function officeRow(office, person, articles) {
  return h("tr", null,
    h("th", { scope: "row" }, office.text),
    cell("De", office.organization ?? ""),
    cell("Veces", String(office.count)),
    h("td", null,
      evidenceBox([h("li", null, place(articles, office.article, office.start, office.elsewhere))], office.count),
      sqlBox(`SELECT source_path, char_start, char_end, affiliations.text\nFROM affiliations JOIN articles USING (article_id)\nWHERE person_id = ${quoted(person)} AND affiliations.text = ${quoted(office.text)}\nORDER BY source_path, char_start;`)));
}

function fill(body, rows, makeRow) {
  body.replaceChildren(...rows.slice(0, STEP).map(makeRow));
  const wide = body.closest(".wide");
  wide.parentElement.querySelector(".more")?.remove();
  if (rows.length <= STEP) return;
  let shown = STEP;
  const missing = h("p", { class: "paper" }, `Y ${rows.length - shown} más.`);
  const more = h("div", { class: "more" }, missing, h("button", { type: "button", onclick: () => {
    body.append(...rows.slice(shown, shown + STEP).map(makeRow));
    body.children[shown].querySelector("a, summary")?.focus();
    shown += STEP;
    missing.textContent = `Y ${rows.length - shown} más.`;
    if (shown >= rows.length) more.remove();
  } }, "Mostrar más"));
  wide.after(more);
}

function table(caption, columns, rows, makeRow) {
  const body = h("tbody");
  const box = h("div", null, h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": caption }, h("table", null, h("caption", null, caption),
    h("thead", null, h("tr", null, columns.map((column) => h("th", { scope: "col" }, column)))), body)));
  fill(body, rows, makeRow);
  return box;
}
const OFFICE_COLUMNS = ["Cargo", "De", "Veces", "Más"];
const EVENT_COLUMNS = ["Fecha", "Hecho", "Tipo", "Estado", "Lugar", "Contado en", "Más"];
const QUOTE_COLUMNS = ["Quién", "Palabras", "Clase", "Cuándo", "Dónde", "Más"];

// -- views with filters

function listing(id, { kind, row, matches, sql, prepare, draw, noun }) {
  const section = document.getElementById(id), form = section.querySelector("form"), found = section.querySelector(".found");
  let rows = null, articles = null;
  const asked = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  function show() {
    const filters = asked(), chosen = rows.filter((candidate) => matches(candidate, filters));
    fill(section.querySelector("tbody"), chosen, (candidate) => row(candidate, articles));
    found.replaceChildren(chosen.length === rows.length ? amount(rows.length, ...noun) : `${chosen.length.toLocaleString("es")} de ${amount(rows.length, ...noun)}`);
    section.querySelector(".query")?.remove();
    const box = sqlBox(sql(filters), "SQL de esta tabla");
    box.classList.add("query");
    found.after(box);
    section.querySelector("caption .plain")?.remove(); // how many rows the page has without script
    draw?.(section, chosen);
  }
  const changed = () => {
    const search = new URLSearchParams(asked()).toString();
    history.replaceState(null, "", `#/${id}${search ? `?${search}` : ""}`);
    show();
  };
  form.addEventListener("input", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  return async (_, search) => {
    if (!rows) {
      [rows, articles] = await Promise.all([teletipo.all(kind), articlesById()]);
      prepare?.(form, rows);
      form.hidden = false;
    }
    for (const field of form.elements) if (field.name) field.value = search.get(field.name) ?? "";
    show();
  };
}

const options = (select, pairs) => select.append(...pairs.map(([value, text]) => h("option", { value }, text)));
function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
const has = (filter, ...texts) => !filter || texts.some((text) => fold(text).includes(fold(filter)));
const where = (conditions) => (conditions.length ? `\nWHERE ${conditions.join("\n  AND ")}` : "");

const showEvents = listing("hechos", {
  kind: "events", row: eventRow, noun: ["hecho", "hechos"],
  prepare(form, rows) {
    options(form.pais, counted(rows.flatMap((row) => row.countries)).map(([code]) => [code, country(code)]).sort(([, one], [, other]) => one.localeCompare(other, "es")));
    const people = rows.flatMap((row) => row.parties.filter((party) => party.type === "PER").map((party) => party.name));
    options(form.persona, counted(people).slice(0, 300).map(([name, count]) => [name, `${name} (${count})`]));
  },
  matches: (row, { q, tipo, estado, pais, persona, seguridad, desde, hasta }) =>
    (!tipo || row.type === tipo) && (!seguridad || row.is_sure) && (!estado || row.status === estado) && (!pais || row.countries.includes(pais)) &&
    (!persona || row.parties.some((party) => party.name === persona)) &&
    (!desde || (row.starts_on && (row.ends_on ?? row.starts_on) >= desde)) && (!hasta || (row.starts_on && row.starts_on <= hasta)) &&
    has(q, row.label, row.place, ...row.parties.map((party) => party.name), ...row.evidence.map((said) => said.words)),
  sql: ({ q, tipo, estado, pais, persona, seguridad, desde, hasta }) => `SELECT timeline.*\nFROM timeline JOIN events USING (event_id)${where([
    tipo && `events.event_type = ${quoted(tipo)}`, estado && `events.status = ${quoted(estado)}`,
    pais && `list_contains(events.country_codes, ${quoted(pais)})`, persona && `list_contains(participants, ${quoted(persona)})`,
    seguridad && `event_id IN (SELECT event_id FROM who_did_what WHERE confidence >= ${told.sure.row} AND coalesce(parties_confidence, 1) >= ${told.sure.party})`,
    desde && `coalesce(events.ends_on, events.starts_on) >= ${quoted(desde)}`, hasta && `events.starts_on <= ${quoted(hasta)}`,
    q && `strip_accents(events.label) ILIKE ${quoted(`%${fold(q)}%`)}`].filter(Boolean))}\nORDER BY timeline.starts_on DESC NULLS LAST;`,
  draw: (section, rows) => section.querySelector(".strip").replaceChildren(...strip(rows)),
});

const showQuotes = listing("citas", {
  kind: "quotes", row: quoteRow, noun: ["cita", "citas"],
  prepare: (form, rows) => options(document.getElementById("hablantes"), counted(rows.map((row) => row.speaker).filter(Boolean)).slice(0, 300).map(([name]) => [name, name])),
  matches: (row, { q, quien, tipo, seguridad }) => (!tipo || row.type === tipo) && (!seguridad || row.confidence >= told.sure.row) && has(quien, row.speaker, row.speaker_text, row.speaks_for) && has(q, row.words),
  sql: ({ q, quien, tipo, seguridad }) => `SELECT said_on, published_on, speaker, speaker_text, speaks_for, words, source_path\nFROM who_said_what${where([
    tipo && `quote_type = ${quoted(tipo)}`, seguridad && `confidence >= ${told.sure.row}`, q && `strip_accents(words) ILIKE ${quoted(`%${fold(q)}%`)}`,
    quien && `strip_accents(concat_ws(' ', speaker, speaker_text, speaks_for)) ILIKE ${quoted(`%${fold(quien)}%`)}`].filter(Boolean))}\nORDER BY coalesce(said_on, published_on) DESC NULLS LAST;`,
});

const showQuantities = listing("cantidades", {
  kind: "quantities", row: quantityRow, noun: ["cantidad", "cantidades"],
  prepare: (form, rows) => options(form.unidad, counted(rows.map((row) => row.unit).filter(Boolean)).slice(0, 300).map(([unit, count]) => [unit, `${unitName(unit)} (${count})`])),
  matches: (row, { q, unidad, desde }) => (!unidad || row.unit === unidad) && (!desde || (row.value_max ?? row.value) >= Number(desde)) && has(q, row.words),
  sql: ({ q, unidad, desde }) => `SELECT quantities.text, value, value_max, unit, approximation, source_path, char_start\nFROM quantities JOIN articles USING (article_id)${where([
    unidad && `unit = ${quoted(unidad)}`, desde && `coalesce(value_max, value) >= ${Number(desde)}`,
    q && `strip_accents(quantities.text) ILIKE ${quoted(`%${fold(q)}%`)}`].filter(Boolean))}\nORDER BY published_on DESC NULLS LAST, source_path, char_start;`,
});

const showNames = listing("nombres", {
  kind: "entities", row: entityRow, noun: ["nombre", "nombres"],
  matches: (row, { q, tipo }) => (!tipo || row.type === tipo) && has(q, row.name, ...row.aliases),
  sql: ({ q, tipo }) => `SELECT name, entity_type, country_code, aliases, mention_count, article_count\nFROM entities${where([
    tipo && `entity_type = ${quoted(tipo)}`, q && `strip_accents(concat_ws(' ', name, array_to_string(aliases, ' '))) ILIKE ${quoted(`%${fold(q)}%`)}`].filter(Boolean))}\nORDER BY mention_count DESC;`,
});

// Columns of how many of the chosen events begin in each stretch of time.
function strip(rows) {
  const days = rows.filter((row) => row.starts_on).map((row) => Date.parse(row.starts_on) / 864e5);
  if (days.length < 2) return [];
  const first = Math.min(...days), last = Math.max(...days), bins = Math.min(60, last - first + 1), width = (last - first + 1) / bins;
  const counts = new Array(bins).fill(0);
  for (const day of days) counts[Math.min(bins - 1, Math.floor((day - first) / width))] += 1;
  const most = Math.max(...counts), date = (day) => new Date(day * 864e5).toISOString().slice(0, 10), space = "http://www.w3.org/2000/svg";
  const make = (tag, attributes, text) => {
    const node = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text) node.textContent = text;
    return node;
  };
  const picture = make("svg", { viewBox: "0 0 720 100", preserveAspectRatio: "xMinYMid", role: "img", "aria-label": `${days.length} hechos con fecha, de ${date(first)} a ${date(last)}` });
  counts.forEach((count, at) => {
    if (!count) return;
    const bar = make("rect", { class: "material_cooperation", x: (at * 720 / bins).toFixed(1), width: Math.max(720 / bins - 1, 1).toFixed(1), y: (80 - 78 * count / most).toFixed(1), height: (78 * count / most).toFixed(1) });
    bar.append(make("title", {}, `${date(first + at * width)}: ${count}`));
    picture.append(bar);
  });
  picture.append(make("text", { x: 0, y: 97 }, date(first)), make("text", { x: 720, y: 97, "text-anchor": "end" }, date(last)));
  return [picture];
}

// -- pages of one article, of one name

const MARK_ORDER = ["quote", "date", "amount", "event", "PER", "ORG", "LOC", "MISC"];
const LABELS = {
  event: (note) => note.split("|").map((word) => words.event_types[word] ?? words.statuses[word]).join(", "),
  amount: (note) => { const [approximation, value, value_max, unit] = note.split("|"); return worth({ approximation, value, value_max, unit }); },
};
const markName = (kind) => words.marks[kind] ?? words.entity_types[kind];

// The text of a piece with its marks: cut wherever a mark begins or ends, and each cut wrapped in all that cover it.
function marked(start, text, marks) {
  const points = Array.from(text), end = start + points.length; // offsets count code points, JavaScript counts half ones
  const here = marks.filter(([, from, to]) => from < end && to > start);
  const cuts = [...new Set([start, end, ...here.flatMap(([, from, to]) => [Math.max(from, start), Math.min(to, end)])])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => {
    let node = document.createTextNode(points.slice(from - start, cuts[at + 1] - start).join(""));
    const over = here.filter(([, first, past]) => first <= from && past > from).sort(([one], [other]) => MARK_ORDER.indexOf(other) - MARK_ORDER.indexOf(one));
    for (const [kind, first, , refers, note] of over) {
      const label = LABELS[kind]?.(note) ?? note;
      const inside = refers && words.entity_types[kind] ? h("a", { href: `#/nombre/${refers}` }, node) : node;
      node = h("mark", { class: kind, title: label ? `${markName(kind)}: ${label}` : markName(kind), "data-start": first === from ? first : null }, inside);
    }
    return node;
  });
}

async function showArticle(id, search) {
  const articles = await articlesById(), article = articles.get(id), section = document.getElementById("articulo");
  if (!article) return missing(section, "artículo", id);
  const [{ pieces, marks }, events, quotes] = await Promise.all([teletipo.at("texts", article), teletipo.all("events"), teletipo.all("quotes")]);
  const text = h("div", { class: "text" });
  pieces.forEach(([start, sentence, words_], at) => {
    if (at) text.append(h("span", { class: "gap", "aria-hidden": "true" }, sentence === pieces[at - 1][1] ? " ⋯ " : "\n⋯ "));
    text.append(...marked(start, words_, marks));
  });
  const source = web(article.url);
  const tells = new Set(marks.filter(([kind]) => kind === "event").map(([, , , event]) => event)), heard = marks.filter(([kind]) => kind === "quote").length;
  const within = events.filter((event) => tells.has(event.id)), said = quotes.filter((quote) => quote.article === id);
  section.replaceChildren(...[
    h("h1", null, article.title || article.path),
    h("p", null, joined([article.outlet, article.date, article.byline, article.title && article.path, source && h("a", { href: source, rel: "noreferrer" }, "el original")].filter(Boolean), " · ")),
    article.duplicate_of ? h("p", { class: "note" }, "Repite el artículo ", place(articles, article.duplicate_of), ".") : null,
    article.whole ? null : h("p", { class: "note" }, "Sus editores no permiten reproducir el texto: se ven las citas y las palabras marcadas; ⋯ es lo que falta."),
    h("ul", { class: "legend", "aria-label": "Marcas" }, MARK_ORDER.map((kind) => h("li", null, h("mark", { class: kind }, markName(kind))))),
    text,
    h("h2", null, "Hechos que cuenta"), table(amount(within.length, "hecho", "hechos"), EVENT_COLUMNS, within, (row) => eventRow(row, articles)),
    beyond(tells.size, within, `SELECT * FROM timeline\nWHERE event_id IN (SELECT event_id FROM event_mentions WHERE article_id = ${quoted(id)});`, "hechos de este artículo"),
    h("h2", null, "Citas"), table(amount(said.length, "cita", "citas"), QUOTE_COLUMNS, said, (row) => quoteRow(row, articles)),
    beyond(heard, said, `SELECT speaker, speaker_text, words FROM who_said_what\nWHERE article_id = ${quoted(id)}\nORDER BY char_start;`, "citas de este artículo"),
    sqlBox(`SELECT char_start, char_end, text, mention_type, name\nFROM entity_mentions JOIN entities USING (entity_id)\nWHERE article_id = ${quoted(id)}\nORDER BY char_start;`)].filter(Boolean));
  const target = search.has("en") ? text.querySelector(`[data-start="${Number(search.get("en"))}"].${search.get("marca") === "cita" ? "quote" : "event"}, [data-start="${Number(search.get("en"))}"]`) : null;
  if (target) {
    target.classList.add("here");
    target.tabIndex = -1;
    return target;
  }
  return null;
}

// What the release has more than these pages carry.
const beyond = (total, carried, sql, what) => (total > carried.length ? h("div", { class: "note" }, `Estas páginas llevan ${carried.length.toLocaleString("es")} de ${total.toLocaleString("es")} ${what}.`, sqlBox(sql, "SQL de todo")) : null);

async function showName(id) {
  const [entities, articles, events, quotes] = await Promise.all([entitiesById(), articlesById(), teletipo.all("events"), teletipo.all("quotes")]);
  const entity = entities.get(id), section = document.getElementById("nombre");
  if (!entity) return missing(section, "nombre", id);
  const profile = await teletipo.at("profiles", entity);
  const within = events.filter((event) => event.place_id === id || event.parties.some((party) => party.entity_id === id));
  const said = quotes.filter((quote) => quote.speaker_id === id);
  const facts = [
    ["Clase", words.entity_types[entity.type]],
    ["País", country(entity.country)],
    ["También escrito", [entity.aliases.join(", "), rest(entity.alias_count, entity.aliases)].filter(Boolean)],
    ["Se nombra con", joined(profile.company.map((other) => h("span", null, link("nombre", other.other, other.name), h("small", null, ` ${other.count}`))))],
    ["En", [...joined(profile.named_in.map(({ article, start }) => place(articles, article, start))), rest(entity.article_count, profile.named_in)].filter(Boolean)],
    ["Wikidata", profile.wikidata ? h("a", { href: `https://www.wikidata.org/wiki/${encodeURIComponent(profile.wikidata)}`, rel: "noreferrer" }, profile.wikidata) : ""],
    ["Coordenadas", profile.latitude === null ? "" : `${profile.latitude}, ${profile.longitude}`],
  ].filter(([, value]) => value && value.length !== 0);
  section.replaceChildren(
    h("h1", null, entity.name),
    h("p", null, `${amount(entity.mention_count, "mención", "menciones")} en ${amount(entity.article_count, "artículo", "artículos")}`),
    h("dl", { class: "facts" }, facts.flatMap(([name, value]) => [h("dt", null, name), h("dd", null, value)])),
    ...(profile.offices.length ? [h("h2", null, "Cargos"), table(amount(profile.office_count, "cargo", "cargos"), OFFICE_COLUMNS, profile.offices, (row) => officeRow(row, id, articles))] : []),
    ...(said.length ? [h("h2", null, "Lo que dijo"), table(amount(said.length, "cita", "citas"), QUOTE_COLUMNS, said, (row) => quoteRow(row, articles))] : []),
    beyond(told.totals.quotes, quotes, `SELECT who_said_what.*\nFROM who_said_what JOIN quotes USING (quote_id)\nWHERE speaker_entity_id = ${quoted(id)};`, "citas") ?? "",
    ...(within.length ? [h("h2", null, "Hechos"), table(amount(within.length, "hecho", "hechos"), EVENT_COLUMNS, within, (row) => eventRow(row, articles))] : []),
    beyond(told.totals.events, events, `SELECT timeline.*\nFROM timeline JOIN events USING (event_id)\nWHERE place_entity_id = ${quoted(id)} OR event_id IN (\n  SELECT event_id FROM event_participants JOIN event_mentions USING (event_mention_id) WHERE entity_id = ${quoted(id)});`, "hechos") ?? "",
    sqlBox(namedSql(id)));
  return null;
}

function missing(section, what, id) {
  section.replaceChildren(h("h1", null, `No hay tal ${what}`), h("p", null, `Estas páginas no tienen ${id}. Puede estar en las tablas de la edición, o en otra edición.`));
  return null;
}

async function showArticles() {
  const rows = await teletipo.all("articles"), section = document.getElementById("articulos");
  fill(section.querySelector("tbody"), rows, articleRow);
}

// -- routes

const VIEWS = { "": ["resumen"], hechos: ["hechos", showEvents], citas: ["citas", showQuotes], cantidades: ["cantidades", showQuantities], nombres: ["nombres", showNames], lugares: ["lugares"], articulos: ["articulos", showArticles], articulo: ["articulo", showArticle], nombre: ["nombre", showName] };
const PARENTS = { articulo: "articulos", nombre: "nombres" };
let first = true, visit = 0;

async function go() {
  if (location.hash && !location.hash.startsWith("#/")) return; // the link that skips to the contents
  const [path, query] = location.hash.slice(2).split("?"), [name, id] = path.split("/");
  const [section, show] = VIEWS[name] ?? VIEWS[""], loading = document.getElementById("loading"), mine = ++visit;
  const slow = setTimeout(() => { loading.hidden = false; }, 150);
  let target = null;
  try {
    target = await show?.(decodeURIComponent(id ?? ""), new URLSearchParams(query));
  } catch (fault) {
    console.error(fault);
    loading.textContent = `${fault.message}. ¿Está la carpeta entera?`;
    loading.hidden = false;
    return;
  } finally {
    clearTimeout(slow);
  }
  if (mine !== visit) return; // another view was asked for meanwhile
  loading.hidden = true;
  for (const other of document.querySelectorAll("main > section")) other.hidden = other.id !== section;
  for (const item of document.querySelectorAll("nav a")) {
    if (item.dataset.view === (PARENTS[section] ?? section)) item.setAttribute("aria-current", "page");
    else item.removeAttribute("aria-current");
  }
  const heading = document.querySelector(`#${section} h1`);
  document.title = `${heading.textContent} · teletipo ${told.release}`;
  if (target) {
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  } else if (!first) {
    scrollTo(0, 0);
    document.getElementById("contenido").focus({ preventScroll: true });
  }
  first = false;
  document.documentElement.dataset.ready = section;
}

addEventListener("hashchange", go);
go();
