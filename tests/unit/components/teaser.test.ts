import { describe, expect, it } from 'vitest';
import { renderTeaser, renderTeasers } from '../../../src/components/teaser.ts';
import type { TeaserView } from '../../../src/views/teaser.ts';

const view: TeaserView = {
  href: '/2024/06/rain/',
  title: 'Rain & <snow>',
  summary: 'It "rained".',
  kicker: {
    topic: { href: '/topics/climate/', text: 'Climate' },
    place: { href: '/regions/togo/', text: 'Togo' },
    kind: 'Explainer',
  },
  published: { text: '6 June 2024', machine: '2024-06-06' },
  globe: '/globes/togo.svg',
  notices: ['Correction'],
};

describe('a teaser', () => {
  it('shows where and what, the headline, the summary, and when', () => {
    expect(renderTeaser(view).html).toBe(
      '<article class="teaser"><img src="/globes/togo.svg" alt loading="lazy">' +
        '<p class="kicker"><a href="/topics/climate/">Climate</a> <a href="/regions/togo/">Togo</a> <span class="kicker-kind">Explainer</span></p>' +
        '<h3><a href="/2024/06/rain/">Rain &amp; &lt;snow&gt;</a></h3>' +
        '<p class="standfirst">It &quot;rained&quot;.</p>' +
        '<p class="label dotted"><time datetime="2024-06-06">6 June 2024</time> <span class="notice-chip">Correction</span></p></article>',
    );
  });

  it('shows the story’s picture in place of the globe, and keeps its room free', () => {
    const picture = { src: '/p/96.webp', srcset: '/p/96.webp 96w, /p/192.webp 192w', width: 96, height: 64 };
    const { html } = renderTeaser({ ...view, picture });
    expect(html).toContain(
      '<article class="teaser"><img class="thumbnail" src="/p/96.webp" srcset="/p/96.webp 96w, /p/192.webp 192w" sizes="6rem" width="96" height="64" alt loading="lazy"><p',
    );
    expect(html).not.toContain('togo.svg');
  });

  it('names the language of a story where it is not the page’s', () => {
    const { html } = renderTeaser({ ...view, lang: 'ar', dir: 'rtl' });
    expect(html).toContain('<h3 lang="ar" dir="rtl">');
    expect(html).toContain('<p class="standfirst" lang="ar" dir="rtl">');
  });

  it('leaves out what its page says already', () => {
    const bare = { ...view, kicker: { topic: view.kicker.topic }, globe: undefined, notices: [] };
    const options = { rank: 2, isSmall: true, hasStandfirst: false, hasDate: false, hasTopic: false } as const;
    expect(renderTeaser(bare, options).html).toBe(
      '<article class="teaser is-small"><p class="kicker is-place"></p><h2><a href="/2024/06/rain/">Rain &amp; &lt;snow&gt;</a></h2></article>',
    );
  });

  it('gives the reason why it is shown', () => {
    expect(renderTeaser(view, { hasDate: false, reason: 'Also about rain' }).html).toContain(
      '<p class="label dotted"><span class="notice-chip">Correction</span> <span>Also about rain</span></p>',
    );
  });

  it('has at most 225 bytes besides its words and addresses', () => {
    const bare = { href: '', text: '' };
    const kicker = { topic: bare, place: bare };
    const published = { text: '', machine: '' };
    const empty = { ...view, href: '', title: '', summary: '', kicker, published, globe: '', notices: [] };
    expect(renderTeasers([empty]).html.length).toBeLessThanOrEqual(225);
  });
});
