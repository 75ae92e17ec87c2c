import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPart } from '../../../src/search/format/part.ts';
import { makeIndex, searchIds, searchWhole } from '../../support/make-index.ts';

/** A story in each of twenty languages: its headline and its text. */
const texts: Readonly<Record<string, readonly [title: string, text: string]>> = {
  ar: [
    'الحكومة تعلن خطة للمياه',
    'قال وزير المياه أحمد إنّ الحكومة ستبني ثلاث محطات في القاهرة، وبالإسكندرية محطةً رابعة. وسيكون للمدارس نصيب كبير من المياه.',
  ],
  bn: ['নদীর পানি বেড়েছে', 'ঢাকায় বৃষ্টির পর নদীর পানি বেড়েছে। স্কুলগুলো তিন দিন বন্ধ থাকবে, জানিয়েছে মন্ত্রণালয়।'],
  de: [
    'Straße nach Köln gesperrt',
    'Wegen Überschwemmungen bleibt die Straße bis Ende März geschlossen. Fußgänger weichen über die Rheinbrücke aus.',
  ],
  el: [
    'Η Ελλάδα ψηφίζει',
    'Οι ψηφοφόροι πηγαίνουν στις κάλπες την Κυριακή. Ο πρωθυπουργός μίλησε στους πολίτες της Θεσσαλονίκης.',
  ],
  en: [
    'Ceasefire talks resume',
    'Mediators met in Cairo’s old town on Monday; both sides said the well-known naïve plan costs $300bn.',
  ],
  es: [
    'Elecciones en la región andina',
    'El señor Núñez ganó por 12 votos. ¿Habrá segunda vuelta? El tribunal decidirá mañana.',
  ],
  fa: [
    'دولت برنامه‌ی تازه‌ای داد',
    'وزیر کشور گفت که آب و برق در تهران گران‌تر نمی‌شود. مردم در خیابان‌ها ایستاده‌اند.',
  ],
  fr: [
    'L’été le plus chaud d’Europe',
    'Les élèves de Côte d’Ivoire œuvrent aujourd’hui pour sauver leurs forêts, déjà brûlées à moitié.',
  ],
  he: [
    'הממשלה אישרה את התקציב',
    'בירושלים אמר השר כי המיסים לא יעלו השנה. מפלגות האופוזיציה הודיעו שיצביעו נגד התקציב.',
  ],
  hi: ['संसद में नया बिल', 'किसानों ने दिल्ली की सड़कों पर प्रदर्शन किया। मंत्री ने कहा कि क़ानून अगले हफ़्ते लागू होगा।'],
  hu: ['Új híd a Dunán', 'A főváros tervei szerint az építkezés jövőre kezdődik, és három évig tart majd.'],
  ja: [
    '首相がガザの停戦を歓迎',
    '東京で開かれた会議で、首相はパレスチナの人々への支援を約束した。バイデン氏も出席し、ｶﾀｶﾅのバグを笑った。',
  ],
  ko: [
    '대통령이 서울에서 연설했다',
    '정부는 새로운 취약점을 발견했다고 밝혔다. 전문가들은 패치를 서둘러야 한다고 말했다.',
  ],
  pl: ['Łódź wybiera prezydenta', 'Mieszkańcy głosują w niedzielę. Źródła mówią, że wynik będzie znany już wieczorem.'],
  ru: [
    'Президент подписал указ',
    'Ещё весной министр говорил о новых правилах. Теперь они действуют во всех городах, кроме Йошкар-Олы.',
  ],
  ta: ['பள்ளிகள் மீண்டும் திறப்பு', 'சென்னையில் கன மழைக்குப் பிறகு பள்ளிகள் திறக்கப்பட்டன. கல் விழுந்த பாலம் கால் நடைக்கு மட்டும்.'],
  th: ['นายกรัฐมนตรีเยือนกรุงเทพ', 'ประชาชนจำนวนมากรอต้อนรับที่สนามบิน รัฐบาลประกาศนโยบายใหม่เรื่องน้ำท่วม'],
  tr: [
    'İstanbul’da seçim günü',
    'Diyarbakır ve Isparta’da sandıklar açıldı. Işıklar söndü ama sayım sürüyor, dedi görevliler.',
  ],
  vi: [
    'Bão số chín đổ bộ Đà Nẵng',
    'Hàng nghìn người đã sơ tán trước khi bão vào bờ. Trường học đóng cửa đến thứ Hai.',
  ],
  zh: ['政府公布气候计划', '联合国秘书长在北京表示欢迎。专家认为，这项脆弱的协议还需要三千亿美元。'],
};

const parts = Object.entries(texts).map(([lang, [title, text]]) => ({ id: lang, lang, title, html: `<p>${text}</p>` }));

/** Cuts words out of a text in the way of the platform, which knows nothing of our rules. A single kana is no word. */
function cutWords(text: string, language: string): readonly string[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return words.filter((word) => !/^[\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(word));
}

describe('every word of a text', () => {
  let index: Awaited<ReturnType<typeof makeIndex>>;
  beforeAll(async () => {
    index = await makeIndex([parts]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  it.each(Object.entries(texts))('finds its story, in %s', async (language, [title, text]) => {
    const words = [...new Set(cutWords(`${title} ${text}`, language))];
    expect(words.length).toBeGreaterThan(10);
    const lost: string[] = [];
    for (const word of words) if (!(await searchIds(index.engine, { q: word })).includes(language)) lost.push(word);
    expect(lost).toEqual([]);
  });
});

describe('underscores', () => {
  let index: Awaited<ReturnType<typeof makeIndex>>;
  beforeAll(async () => {
    const html = '<p>The function read_story_file fills in _____ and ＿＿＿.</p>';
    index = await makeIndex([[{ id: 'code', html }]]);
  });
  afterAll(() => rm(index.folder, { recursive: true }));

  it('alone are no word', async () => {
    const [part] = await readPart('part-0/', index.read);
    const words = (await part?.readWords(''))?.map(({ text }) => text) ?? [];
    expect(words.filter((word) => word.includes('_'))).toEqual(['read_story_file']);
    for (const blank of ['_____', '_', '＿＿＿'])
      expect((await searchWhole(index.engine, { q: `${blank} function` })).corrections).toEqual([]);
  });

  it.each(['read_story_file', 'read_story', 'story', 'read file'])('within a name let %s find it', async (q) => {
    expect(await searchIds(index.engine, { q })).toEqual(['code']);
  });
});
