// SPDX-License-Identifier: EUPL-1.2
// Builds the one stylesheet: NL Design System rules pruned to the classes our pages use, the design
// tokens those rules need, and our own layout. Usage: node scripts/build_css.mjs OUTPUT_DIR
// Writes OUTPUT_DIR/assets/kring.css, only when its content changed, so that nothing is rebuilt in vain.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';

const root = fileURLToPath(new URL('..', import.meta.url));
const gzipBytesMax = 13_000;
const ownFiles = ['kring.css', 'parts.css', 'media.css'];
const themeClass = '.kring-theme';
const tokensFile = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
const candidates = ['button', 'data-badge', 'heading', 'link', 'number-badge', 'paragraph', 'skip-link'];
const componentFiles = [
    '@utrecht/component-library-css/dist/index.css',
    ...candidates.map((name) => `@nl-design-system-candidate/${name}-css/dist/${name}.css`),
];
// The oldest browsers that get the whole look; older ones get readable pages.
const targets = { chrome: 111 << 16, firefox: 115 << 16, safari: (16 << 16) | (4 << 8) };

const read = (...parts) => readFileSync(path.join(root, ...parts), 'utf8');
const readPackageCss = (file) => postcss.parse(read('node_modules', file));

function filesBelow(folder, endings) {
    return readdirSync(folder, { recursive: true })
        .filter((name) => endings.some((ending) => name.endsWith(ending)))
        .map((name) => path.join(folder, name))
        .sort();
}

// Every word that looks like a class of the design system, in templates and C++ string literals.
function classesInUse() {
    const used = new Set();
    for (const file of filesBelow(path.join(root, 'src'), ['.html', '.cpp'])) {
        for (const [name] of readFileSync(file, 'utf8').matchAll(
            /(?<![\w-])(?:nl|utrecht)-[a-z0-9]+(?:[-_]+[a-z0-9]+)*/g,
        )) {
            used.add(name);
        }
    }
    return used;
}

// A selector stays when it names a class of ours and could match one of our pages: outside :not(), every
// class must be in use, and of an :is() or :where() at least one alternative must be possible.
function isWanted(selector, used) {
    // Utrecht colours :invalid fields, which would turn required ones red before anybody typed.
    if (selector.includes(':invalid')) return false;
    let wanted = false;
    selectorParser((tree) => {
        let namesAClass = false;
        tree.walkClasses((node) => {
            if (used.has(node.value)) namesAClass = true;
        });
        wanted = namesAClass && tree.nodes.every((part) => isPossible(part, used));
    }).processSync(selector);
    return wanted;
}

function isPossible(selector, used) {
    return selector.nodes.every((node) => {
        if (node.type === 'class') return used.has(node.value);
        if (node.type !== 'pseudo' || node.value === ':not' || !node.nodes.length) return true;
        return node.nodes.some((alternative) => isPossible(alternative, used));
    });
}

function pruned(css, used) {
    css.walkComments((comment) => {
        comment.remove();
    });
    css.walkRules((rule) => {
        if (rule.parent.type === 'atrule' && rule.parent.name.includes('keyframes')) return;
        const kept = rule.selectors.filter((selector) => isWanted(selector, used));
        if (kept.length) rule.selectors = kept;
        else rule.remove();
    });
    css.walkAtRules((rule) => {
        if (rule.name === 'charset' || (rule.nodes && !rule.nodes.length)) rule.remove();
    });
    return css;
}

// Settles what can be settled now, without changing a pixel. Of var(--name, fallback): a name that only some
// rules set keeps its fallback; one of the palette, the basis or our theme stays, for others to override; any
// other token gives way to its value, and an unknown one to the fallback. A declaration that needs an unknown
// token never worked and goes.
function resolveVariables(css, tokens, ownTokens) {
    const setByRules = new Set();
    css.walkDecls(/^--/, (declaration) => {
        setByRules.add(declaration.prop);
    });
    const stays = (name) => ownTokens.has(name) || /^--(basis|voorbeeld|kring)-/.test(name);
    const settle = settler(tokens, setByRules, stays);
    css.walkDecls((declaration) => {
        // Pictures in a stylesheet are refused by our content security policy.
        const value = declaration.value.includes('url(') ? null : settle(declaration.value);
        if (value === null) declaration.remove();
        else declaration.value = value;
    });
    css.walkRules((rule) => {
        if (!rule.nodes.length) rule.remove();
    });
}

// A function that gives a value with its variables settled; null when it can never be valid.
function settler(tokens, setByRules, stays) {
    const settleOne = (name, fallback) => {
        if (setByRules.has(name)) return `var(${name}${fallback === null ? '' : `,${fallback}`})`;
        if (!tokens.has(name)) return fallback;
        return stays(name) ? `var(${name})` : settle(tokens.get(name));
    };
    const settle = (value) => {
        const start = value.indexOf('var(');
        if (start < 0) return value;
        const end = closingParenthesis(value, start + 3);
        const [name, fallback] = splitOnce(value.slice(start + 4, end), ',');
        const here = settleOne(name.trim(), fallback === undefined ? null : settle(fallback.trim()));
        const rest = settle(value.slice(end + 1));
        return here === null || rest === null ? null : value.slice(0, start) + here + rest;
    };
    return settle;
}

function splitOnce(text, separator) {
    const at = text.indexOf(separator);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function closingParenthesis(text, open) {
    let depth = 0;
    for (let at = open; at < text.length; at += 1) {
        if (text[at] === '(') depth += 1;
        if (text[at] === ')') depth -= 1;
        if (depth === 0) return at;
    }
    throw new Error(`unbalanced parentheses in: ${text}`);
}

function declarationsOf(css) {
    const found = new Map();
    css.walkDecls((declaration) => {
        if (declaration.parent.parent.type === 'root') found.set(declaration.prop, declaration.value);
    });
    return found;
}

function tokensNeeded(cssTexts, tokens) {
    const needed = new Map();
    const visit = (text) => {
        for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
            if (needed.has(name) || !tokens.has(name)) continue;
            needed.set(name, tokens.get(name));
            visit(tokens.get(name));
        }
    };
    cssTexts.forEach(visit);
    return needed;
}

function minified(css) {
    return transform({
        filename: 'kring.css',
        code: Buffer.from(css),
        minify: true,
        targets,
    }).code.toString();
}

function licenceNotice() {
    const version = (file) =>
        JSON.parse(read('node_modules', file.replace(/\/dist\/.*/, ''), 'package.json'));
    const names = [tokensFile, ...componentFiles]
        .map(version)
        .map(({ name, version }) => `${name} ${version}`);
    return (
        '/*! Kring, EUPL-1.2. Contains CSS of NL Design System (EUPL-1.2; Gemeente Utrecht, Frameless ' +
        'B.V., NL Design System Community), reduced to the rules in use, in our own colours: ' +
        `${names.join(', ')}. */\n`
    );
}

function build() {
    const used = classesInUse();
    const components = postcss.root();
    for (const file of componentFiles) components.append(pruned(readPackageCss(file), used));

    const theme = postcss.parse(read('src/platform/html/css/theme.css'));
    const ownTokens = declarationsOf(theme);
    const tokens = new Map([...declarationsOf(readPackageCss(tokensFile)), ...ownTokens]);
    resolveVariables(components, tokens, ownTokens);

    const own = ownFiles.map((name) => read('src/platform/html/css', name)).join('\n');
    const needed = tokensNeeded([components.toString(), own], tokens);
    const tokenCss = `${themeClass}{${[...needed].map(([name, value]) => `${name}:${value}`).join(';')}}`;
    // What the theme sets under a condition (dark scheme) goes after the plain values.
    theme.walkDecls((declaration) => {
        if (!needed.has(declaration.prop)) declaration.remove();
    });
    const conditional = theme.nodes
        .filter((node) => node.type === 'atrule')
        .map(String)
        .join('\n');
    return licenceNotice() + minified(tokenCss + conditional) + minified(components.toString() + own);
}

function main() {
    const [output] = process.argv.slice(2);
    if (!output) throw new Error('usage: node scripts/build_css.mjs OUTPUT_DIR');
    const css = build();
    const bytes = gzipSync(css, { level: 9 }).length;
    if (bytes > gzipBytesMax) throw new Error(`kring.css is ${bytes} bytes gzipped; at most ${gzipBytesMax}`);
    const target = path.join(output, 'assets', 'kring.css');
    mkdirSync(path.dirname(target), { recursive: true });
    if (!existsSync(target) || readFileSync(target, 'utf8') !== css) writeFileSync(target, css);
    console.log(`kring.css: ${css.length} bytes, ${bytes} gzipped`);
}

main();
