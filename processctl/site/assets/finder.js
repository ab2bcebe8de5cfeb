// Finds the pages that speak of some words. Words are compared by their stems, for Finnish has many endings:
// who types "luovutuksen" finds "luovutus". docs/decisions/0032 says why no library does this.
(function () {
  "use strict";

  // What stands in a page to say what else does, such as heads of tables, comes behind all that it says itself.
  const WEIGHTS = { title: 4, heading: 2, text: 1, label: 0.1 };
  const SAME = 6;
  const STEM = 5;
  const BEGINS = 4; // what is still being typed
  const KIN = 3; // the stem of another form, as "luovutuks" is of "luovutus"
  const WITHIN = 2; // a part of a longer word, as in "loppuasiakas"
  const MISTYPED = 1;

  // Letters without their dots and accents, for keyboards that have none.
  function plain(word) {
    return word.normalize("NFD").replace(/\p{M}/gu, "");
  }

  function words(text) {
    return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) || [];
  }

  // How many letters have to be changed, added or left out; `most` + 1 if more than `most`.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) {
      return most + 1;
    }
    let above = Array.from({ length: other.length + 1 }, (_, column) => column);
    for (let row = 1; row <= one.length; row += 1) {
      const line = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const changed = above[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1);
        line.push(Math.min(changed, above[column] + 1, line[column - 1] + 1));
      }
      if (Math.min(...line) > most) {
        return most + 1;
      }
      above = line;
    }
    return above[other.length];
  }

  function areKin(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same]) {
      same += 1;
    }
    return same >= 4 && Math.max(one.length, other.length) - same <= 2;
  }

  function likeness(sought, known) {
    if (sought.word === known.word) {
      return SAME;
    }
    if (sought.stem === known.stem) {
      return STEM;
    }
    if (known.plain.startsWith(sought.plain)) {
      return BEGINS;
    }
    if (areKin(sought.stem, known.stem)) {
      return KIN;
    }
    const isWithin = [sought.plain, sought.stem].some((one) => one.length >= 4 && known.plain.includes(one));
    return isWithin ? WITHIN : 0;
  }

  // Who mistypes a word seldom does so in its first letter; words that begin otherwise are other words.
  function mistyped(sought, known) {
    const most = sought.plain.length >= 8 ? 2 : 1;
    const begun = known.plain.slice(0, sought.plain.length);
    const isNear = sought.plain.length >= 4 && known.plain[0] === sought.plain[0]
      && [known.plain, known.stem, begun].some((one) => distance(sought.plain, one, most) <= most);
    return isNear ? MISTYPED : 0;
  }

  class Finder {
    // `pages` are [path, title, [[anchor, heading, …numbers of lines], …], […numbers of labels]]. A number below zero
    // says how many lines more follow the one before it.
    constructor(pages, lines, stemmer) {
      this.pages = pages.map(([path, title, sections, labels = []]) => ({
        path,
        title,
        sections: sections.map(([anchor, heading, ...runs]) => ({ anchor, heading, text: said(lines, runs).join(" ") })),
        labels: said(lines, labels).join(", "),
      }));
      this.stemmer = stemmer;
      this.known = new Map();
      this.pages.forEach(({ path, title, sections, labels }, page) => {
        // Some call things by the short names that they have in the files: mql, sla.
        this.learn("heading", path.replace(/^.*\/|\.html$/g, "").replace(/[_-]/g, " "), page, 0);
        this.learn("label", labels, page, 0);
        sections.forEach(({ heading, text }, section) => {
          this.learn("title", title, page, section);
          this.learn("heading", heading, page, section);
          this.learn("text", text, page, section);
        });
      });
    }

    form(word) {
      return { word, plain: plain(word), stem: plain(this.stemmer.stemWord(word)) };
    }

    learn(field, text, page, section) {
      for (const word of new Set(words(text))) {
        if (!this.known.has(word)) {
          this.known.set(word, { ...this.form(word), places: [] });
        }
        this.known.get(word).places.push([page, section, WEIGHTS[field]]);
      }
    }

    // The known words that are like a word, with how much.
    like(word) {
      const sought = this.form(word);
      for (const judge of [likeness, mistyped]) {
        const found = [...this.known.values()]
          .map((known) => [known, judge(sought, known)])
          .filter(([, score]) => score > 0);
        if (found.length) {
          return found;
        }
      }
      return [];
    }

    // For each page that has something like every word its best section, the best page first.
    find(query) {
      const sought = words(query);
      const scores = new Map(); // from "page section" to the best score of each word
      sought.forEach((word, number) => {
        for (const [known, likeness] of this.like(word)) {
          for (const [page, section, weight] of known.places) {
            const key = `${page} ${section}`;
            const score = scores.get(key) || { page, section, words: new Set(), best: sought.map(() => 0) };
            score.best[number] = Math.max(score.best[number], likeness * weight);
            score.words.add(known.word);
            scores.set(key, score);
          }
        }
      });
      const best = new Map();
      for (const one of scores.values()) {
        const total = one.best.every(Boolean) ? one.best.reduce((sum, part) => sum + part) : 0;
        if (total > (best.get(one.page)?.total || 0)) {
          best.set(one.page, { ...one, total });
        }
      }
      return [...best.values()]
        .sort((one, other) => other.total - one.total || one.page - other.page)
        .map((one) => this.told(one));
    }

    told({ page, section, words: found }) {
      const { path, title, sections, labels } = this.pages[page];
      const { anchor, heading, text } = sections[section];
      const address = anchor ? `${path}#${anchor}` : path;
      return { address, title, heading, excerpt: excerpt(text, found) || excerpt(labels, found) || begin(text) };
    }
  }

  function said(lines, runs) {
    const numbers = [];
    for (const run of runs) {
      const last = numbers.at(-1);
      numbers.push(...(run < 0 ? Array.from({ length: -run }, (_, place) => last + place + 1) : [run]));
    }
    return numbers.map((number) => lines[number]);
  }

  // The words around the first one that was found, in three parts: before, the word, after; null if there is none.
  function excerpt(text, found) {
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (found.has(word.normalize("NFC").toLowerCase())) {
        const before = text.slice(0, index).split(" ").slice(-8).join(" ");
        const after = text.slice(index + word.length).split(" ").slice(0, 14).join(" ");
        return [before, word, after];
      }
    }
    return null;
  }

  function begin(text) {
    return [text.split(" ").slice(0, 20).join(" "), "", ""];
  }

  window.processctlFinder = Finder;
})();
