/**
 * Cities whose own country, or its neighbours, use a name that neither the data nor the CLDR's time zones have:
 * country, name in the data, other names. Written by hand, from official names and newspapers in several languages.
 */
export const exonyms = `
AE Abu Dhabi: أبو ظبي, أبوظبي, Abou Dabi
AT Graz: Štajerski Gradec, Gradec
AT Klagenfurt: Celovec
AT Salzburg: Salzbourg, Salzburgo, Salisburgo
BG Plovdiv: Пловдив, Filibe
BE Antwerpen: Antwerp, Antwerpen, Anvers, Amberes, Anversa
BE Brugge: Bruges, Brugge, Brügge, Brujas
BE Gent: Ghent, Gent, Gand, Gante
BE Liège: Liège, Luik, Lüttich, Liege, Lieja, Liegi
BE Leuven: Leuven, Louvain, Löwen, Lovaina
BE Brussels: Bruxelles, Brussel, Brüssel, Bruselas
CA Montréal: Монреаль, مونتريال, 蒙特利尔
CH Geneva: Genève, Genf, Ginevra, Ginebra, Женева, ジュネーブ, 日内瓦, جنيف
CH Basel: Basel, Bâle, Basilea, Basle
CH Bern: Bern, Berne, Berna
CH Luzern: Lucerne, Luzern, Lucerna
CH Biel: Biel, Bienne
CH Fribourg: Fribourg, Freiburg
CH Sion: Sion, Sitten
CN Beijing: Peking, Pékin, Pekín, Pechino, Пекин, 北京, 北京市, بكين
CN Guangzhou: Canton, Kanton, 广州, 廣州
CN Nanjing: Nanking, 南京
CN Wuhan: 武汉, 武漢
CN Shenzhen: 深圳
CN Tianjin: Tientsin, 天津
CN Chengdu: 成都
CN Chongqing: Chungking, 重庆, 重慶
CZ Brno: Brno, Brünn
CZ Pilsen: Plzeň, Pilsen
DE Munich: München, Monaco di Baviera, Múnich, Monachium, Mnichov, Мюнхен, ミュンヘン, 慕尼黑, ميونخ
DE Cologne: Köln, Colonia, Keulen, Kolonia, Кёльн, ケルン
DE Nuremberg: Nürnberg, Norimberga, Núremberg
DE Hannover: Hanover, Hannover, Hanóver
DE Aachen: Aachen, Aix-la-Chapelle, Aken, Aquisgrán
DE Frankfurt: Frankfurt am Main, Frankfurt, Francfort, Francoforte
DE Hamburg: Hamburg, Hambourg, Hamburgo, Amburgo
DE Dresden: Dresden, Dresde
DE Trier: Trier, Trèves, Tréveris
DE Mainz: Mainz, Mayence, Maguncia
DE Bautzen: Bautzen, Budyšin
DK Århus: Aarhus, Århus
EG Alexandria: Alexandria, الإسكندرية, Alexandrie, Alejandría
ES Seville: Sevilla, Séville, Siviglia
ES Zaragoza: Zaragoza, Saragossa, Saragosse
ES Pamplona: Pamplona, Iruña, Iruñea
ES Gasteiz / Vitoria: Vitoria, Gasteiz, Vitoria-Gasteiz
ES San Sebastián: San Sebastián, Donostia, Donostia-San Sebastián
ES Bilbao: Bilbao, Bilbo
ES A Coruña: A Coruña, La Coruña, Corunna
ES Barcelona: Barcelona, Barcelone, Барселона, バルセロナ
FI Turku: Turku, Åbo
FI Tampere: Tampere, Tammerfors
FI Vaasa: Vaasa, Vasa
FI Espoo: Espoo, Esbo
FR Strasbourg: Strasbourg, Straßburg, Estrasburgo
FR Lyon: Lyon, Lyons, Lione
FR Marseille: Marseille, Marseilles, Marsella, Marsiglia
FR Nice: Nice, Nizza, Niza
FR Lille: Lille, Rijsel
FR Dunkirk: Dunkirk, Dunkerque, Duinkerke
GB Edinburgh: Edinburgh, Édimbourg, Edimburgo, Edimburgo
GB Cardiff: Cardiff, Caerdydd
GB Swansea: Swansea, Abertawe
GR Athens: Athína, Athina
GR Thessaloniki: Θεσσαλονίκη, Salonica, Saloniki, Thessaloniki
GR Piraeus: Πειραιάς, Piraeus, Pireas
HR Dubrovnik: Ragusa
HR Rijeka: Fiume
HU Szeged: Szeged, Szegedin
IE Galway: Galway, Gaillimh
IL Jerusalem: ירושלים, القدس, Al-Quds
IL Tel Aviv-Yafo: תל אביב, Tel Aviv, Tel-Aviv, تل أبيب
IL Haifa: חיפה, حيفا
IN Mumbai: Mumbai, Bombay, मुंबई
IN Kolkata: Kolkata, Calcutta, Kalkutta, কলকাতা
IN Chennai: Chennai, Madras, சென்னை
IN Bengaluru: Bengaluru, Bangalore, ಬೆಂಗಳೂರು
IN New Delhi: New Delhi, Neu-Delhi, Nueva Delhi, नई दिल्ली
IN Delhi: Delhi, दिल्ली
IQ Mosul: الموصل, Mossul
IQ Basra: البصرة, Basra
IQ Erbil: Erbil, Arbil, Hewlêr, أربيل
IT Bolzano: Bolzano, Bozen
IT Florence: Firenze, Florenz, Florencia, Florence
IT Genoa: Genova, Genua, Gênes, Génova
IT Merano: Merano, Meran
IT Milan: Milano, Mailand, Milán, Милан, ミラノ
IT Naples: Napoli, Neapel, Nápoles
IT Padua: Padua, Padova, Padoue
IT Turin: Torino, Turín
IT Trento: Trento, Trient
IT Trieste: Trieste, Triest, Trst
IT Venice: Venezia, Venedig, Venise, Venecia
IT Siracusa: Syracuse, Syrakus
JP Osaka: 大阪, 大阪市
JP Kyoto: 京都, 京都市
JP Hiroshima: 広島, 広島市
JP Nagasaki: 長崎, 長崎市
JP Sapporo: 札幌, 札幌市
JP Yokohama: 横浜, 横浜市
KR Busan: 부산, Pusan
KR Incheon: 인천
KR Daegu: 대구
LB Tripoli: طرابلس
LT Kaunas: Kaunas, Kowno
LY Benghazi: بنغازي, Bengasi
LU Luxembourg: Lëtzebuerg, Luxemburg
MA Marrakesh: Marrakech, مراكش
MA Rabat: الرباط, Rabat
MA Tangier: Tanger, طنجة
NL The Hague: Den Haag, 's-Gravenhage, La Haye, La Haya, L'Aia, Гаага, ハーグ, لاهاي
NL Rotterdam: Rotterdam, Róterdam
NL Vlissingen: Flushing, Vlissingen
PK Islamabad: اسلام آباد, إسلام آباد
PK Lahore: لاہور, لاهور
PL Gdansk: Gdańsk, Danzig
PL Kraków: Kraków, Krakau, Cracow, Cracovie, Cracovia
PL Wroclaw: Wrocław, Breslau
PL Poznan: Poznań, Posen
PL Szczecin: Szczecin, Stettin
PL Lódz: Łódź, Lodz, Lodsch
PT Porto: Porto, Oporto
PS Ramallah: رام الله
QA Doha: الدوحة
RO Cluj-Napoca: Cluj-Napoca, Cluj, Klausenburg, Kolozsvár
RO Sibiu: Sibiu, Hermannstadt
RO Brasov: Brașov, Kronstadt
RO Timisoara: Timișoara, Temeswar
RO Iasi: Iași, Jassy
RU St. Petersburg: Санкт-Петербург, Saint-Pétersbourg, Sankt Petersburg, San Petersburgo, San Pietroburgo, Petersburg
RU Nizhniy Novgorod: Нижний Новгород, Nizhny Novgorod, Nischni Nowgorod
RU Rostov-on-Don: Ростов-на-Дону, Rostov-na-Donu
SA Jeddah: جدة, Jedda, Djeddah
SA Makkah: Mecca, Makkah, مكة
SA Medina: المدينة المنورة, Medina
RS Novi Sad: Нови Сад, Újvidék
SE Göteborg: Göteborg, Gothenburg, Gotemburgo
SE Malmö: Malmö, Malmo
SK Košice: Košice, Kaschau, Kassa
SY Aleppo: حلب, Alep, Alepo, Halab
TR Istanbul: İstanbul, Estambul, Konstantinopel
TR Izmir: İzmir, Smyrna, Esmirna
TR Ankara: Ankara, Анкара, أنقرة
UA Kyiv: Kiev, Київ, Киев, Kiew, Kijów, Kyjiv, キーウ, 基辅, كييف
UA Lvov: Lviv, Львів, Lemberg, Lwów, Lvov, Leópolis
UA Odessa: Odesa, Odessa, Одеса
UA Kharkiv: Харків, Kharkov, Charkiw, Járkov
UA Dnipropetrovsk: Dnipro, Дніпро, Dnjepr
UA Zaporizhzhya: Zaporizhzhia, Запоріжжя, Saporischschja
US New Orleans: Nueva Orleans, La Nouvelle-Orléans
US Philadelphia: Filadelfia, Philadelphie
US San Francisco: Сан-Франциско, サンフランシスコ, 旧金山, سان فرانسيسكو
US Washington, D.C.: Вашингтон, واشنطن, ワシントン, 华盛顿, 워싱턴
VN Ho Chi Minh City: Thành phố Hồ Chí Minh, Saigon, Sài Gòn, Ho-Chi-Minh-Stadt
VN Hanoi: Hà Nội, Hanói
YE Sanaa: صنعاء, Sana'a
ZA Cape Town: Kaapstad, Kapstadt, Le Cap, Ciudad del Cabo, Città del Capo
`;
