/**
 * English words for places that neither the Unicode CLDR nor the gazetteer has, by code: the people and the adjective,
 * the capital with its other spellings, former names and short forms. Groups that newsrooms often have follow. Written by
 * hand.
 */
const table = `
002 African
005 South American
009 Pacific
011 West Africa, West African
013 Central American
014 East Africa, East African
015 North Africa, North African, Maghreb
017 Central Africa, Central African
018 Southern African
021 North America, North American
029 West Indies, West Indian
030 East Asia, East Asian, Far East
034 South Asia, South Asian
035 South-east Asia, South East Asian, Southeast Asian
039 Southern European
142 Asian
143 Central Asian
145 Western Asian
150 European
151 East European, Eastern Europe
154 Nordic, Scandinavia, Scandinavian
155 West European
419 Latin American, South and Central America
AD Andorran, Andorra la Vella
AE UAE, Emirates, Emirati, Abu Dhabi
AF Afghan, Afghani, Kabul
AG Antiguan, St John's
AL Albanian, Tirana
AM Armenian, Yerevan
AO Angolan, Luanda
AQ Antarctic
AR Argentine, Argentinian, Argentinean, Buenos Aires
AT Austrian, Vienna
AU Australian, Aussie, Canberra
AW Aruban
AZ Azerbaijani, Azeri, Baku
BA Bosnia, Bosnian, Herzegovina, Sarajevo
BB Barbadian, Bajan, Bridgetown
BD Bangladeshi, East Pakistan, Dhaka, Dacca
BE Belgian, Brussels
BF Burkinabe, Burkinabè, Upper Volta, Ouagadougou
BG Bulgarian, Sofia
BH Bahraini, Manama
BI Burundian, Gitega, Bujumbura
BJ Beninese, Dahomey, Porto-Novo, Cotonou
BM Bermudian
BN Bruneian, Bandar Seri Begawan
BO Bolivian, La Paz, Sucre
BR Brazilian, Brasilia
BS Bahamian, Bahamas, Nassau
BT Bhutanese, Thimphu
BW Botswanan, Motswana, Bechuanaland, Gaborone
BY Belarusian, Belarussian, Belorussia, White Russia, Minsk
BZ Belizean, British Honduras, Belmopan
CA Canadian, Ottawa
CD DRC, DR Congo, Congo-Kinshasa, Congolese, Belgian Congo, Kinshasa
CF Central African, Ubangi-Shari, Bangui
CG Congo-Brazzaville, Congolese, Brazzaville
CH Swiss, Bern, Berne
CI Ivorian, Yamoussoukro, Abidjan
CL Chilean, Santiago
CM Cameroonian, Yaounde
CN Chinese, PRC, People's Republic of China, Beijing, Peking
CO Colombian, Bogota
CR Costa Rican
CU Cuban, Havana
CV Cape Verdean, Cabo Verdean, Praia
CY Cypriot, Nicosia
CZ Czech, Prague
DE German, West Germany, East Germany, Berlin
DJ Djiboutian, Afars and Issas
DK Danish, Copenhagen
DM Dominica, Roseau
DO Dominican, Santo Domingo
DZ Algerian, Algiers
EC Ecuadorian, Ecuadorean, Quito
EE Estonian, Tallinn
EG Egyptian, United Arab Republic, Cairo
EH Sahrawi, Saharawi, Spanish Sahara
ER Eritrean, Asmara
ES Spanish, Spaniard, Madrid
ET Ethiopian, Abyssinia, Addis Ababa
FI Finnish, Helsinki
FJ Fijian, Suva
FK Falklands, Malvinas, Islas Malvinas
FM Micronesian, Palikir
FO Faroese, Torshavn
FR French, Paris
GA Gabonese, Libreville
GB UK, Britain, British, Briton, England, Scotland, Scottish, Wales, Welsh, Northern Ireland, London
GD Grenadian, St George's
GE Georgian, Tbilisi
GH Ghanaian, Gold Coast, Accra
GL Greenlandic, Greenlander, Nuuk
GM Gambian, Gambia, Banjul
GN Guinean, French Guinea, Conakry
GQ Equatoguinean, Spanish Guinea, Malabo
GR Greek, Hellenic, Athens
GT Guatemalan
GW Bissau-Guinean, Portuguese Guinea, Bissau
GY Guyanese, British Guiana, Georgetown
HK Hong Konger
HN Honduran, Tegucigalpa
HR Croatian, Croat, Zagreb
HT Haitian, Port-au-Prince
HU Hungarian, Budapest
ID Indonesian, Dutch East Indies, Jakarta, Djakarta
IE Irish, Eire, Dublin
IL Israeli, Tel Aviv, Jerusalem
IN Indian, Bharat, New Delhi, Delhi
IQ Iraqi, Mesopotamia, Baghdad
IR Iranian, Persian, Tehran, Teheran
IS Icelandic, Icelander, Reykjavik
IT Italian, Rome
JM Jamaican, Kingston
JO Jordanian, Transjordan, Amman
JP Japanese, Tokyo
KE Kenyan, Nairobi
KG Kyrgyz, Kirghiz, Kirghizia, Bishkek
KH Cambodian, Khmer, Phnom Penh
KI I-Kiribati, Gilbert Islands, Tarawa
KM Comorian, Comoran, Moroni
KN Kittitian, Basseterre
KP DPRK, North Korean, Pyongyang
KR ROK, South Korean, Seoul
KW Kuwaiti
KZ Kazakh, Kazakhstani, Astana, Nur-Sultan, Almaty
LA Lao, Laotian, Vientiane
LB Lebanese, Beirut
LC St Lucian, Castries
LI Liechtensteiner, Vaduz
LK Sri Lankan, Sinhalese, Colombo
LR Liberian, Monrovia
LS Basotho, Mosotho, Basutoland, Maseru
LT Lithuanian, Vilnius
LU Luxembourgish, Luxembourger
LV Latvian, Riga
LY Libyan, Tripoli
MA Moroccan, Rabat
MC Monegasque, Monégasque
MD Moldovan, Moldavian, Chisinau
ME Montenegrin, Podgorica
MG Malagasy, Madagascan, Antananarivo
MH Marshallese, Majuro
MK Macedonian, FYROM, Skopje
ML Malian, French Sudan, Bamako
MM Burmese, Naypyidaw, Rangoon, Yangon
MN Mongolian, Mongol, Ulaanbaatar, Ulan Bator
MO Macau, Macanese
MR Mauritanian, Nouakchott
MT Maltese, Valletta
MU Mauritian, Port Louis
MV Maldivian
MW Malawian, Nyasaland, Lilongwe
MX Mexican, Mexico City
MY Malaysian, Malaya, Kuala Lumpur
MZ Mozambican, Mozambiquan, Maputo
NA Namibian, South West Africa, Windhoek
NC New Caledonian, Kanak, Noumea
NE Nigerien, Niamey
NG Nigerian, Abuja, Lagos
NI Nicaraguan, Managua
NL Dutch, Hollander, Amsterdam, The Hague
NO Norwegian, Oslo
NP Nepali, Nepalese, Kathmandu
NR Nauruan
NZ New Zealander, Aotearoa, Wellington
OM Omani, Muscat
PA Panamanian, Panama City
PE Peruvian, Lima
PF Tahiti, Tahitian, Papeete
PG PNG, Papuan, Papua New Guinean, Port Moresby
PH Filipino, Philippine, Manila
PK Pakistani, Islamabad
PL Polish, Warsaw
PR Puerto Rican
PS Palestinian, Gaza, Gaza Strip, Ramallah
PT Portuguese, Lisbon
PW Palauan, Belau
PY Paraguayan, Asuncion
QA Qatari, Doha
RE Reunion
RO Romanian, Rumania, Bucharest
RS Serbian, Serb, Belgrade
RU Russian, USSR, Soviet Union, Soviet, Moscow, Kremlin
RW Rwandan, Kigali
SA KSA, Saudi, Saudi Arabian, Riyadh
SB Solomon Islander, Honiara
SC Seychellois
SD Sudanese, Khartoum
SE Swedish, Stockholm
SG Singaporean
SI Slovenian, Slovene, Ljubljana
SK Slovak, Slovakian, Bratislava
SL Sierra Leonean, Freetown
SM Sammarinese
SN Senegalese, Dakar
SO Somali, Somalian, Mogadishu
SR Surinamese, Dutch Guiana, Paramaribo
SS South Sudanese, Juba
ST Sao Tomean
SV Salvadoran, Salvadorean, San Salvador
SY Syrian, Damascus
SZ Swazi, Mbabane
TD Chadian, Ndjamena
TG Togolese, Lomé
TH Thai, Siam, Siamese, Bangkok
TJ Tajik, Tadzhikistan, Dushanbe
TL Timorese, Dili
TM Turkmen, Turkmenia, Ashgabat
TN Tunisian, Tunis
TO Tongan
TR Turkish, Turk, Ankara
TT Trinidad, Tobago, Trinidadian, Port of Spain
TV Tuvaluan, Ellice Islands, Funafuti
TW Taiwanese, Republic of China, Formosa, Taipei
TZ Tanzanian, Tanganyika, Zanzibar, Dodoma, Dar es Salaam
UA Ukrainian, Kyiv, Kiev
UG Ugandan, Kampala
US US, USA, America, American, Washington, Washington DC, New Mexico
UY Uruguayan, Montevideo
UZ Uzbek, Tashkent
VA Vatican, Holy See
VC Vincentian, Kingstown
VE Venezuelan, Caracas
VN Vietnamese, Hanoi, Saigon
VU Ni-Vanuatu, Vanuatuan, New Hebrides, Port Vila
WS Samoan, Apia
XK Kosovar, Kosovan, Pristina
YE Yemeni, Sanaa
ZA South African, RSA, Pretoria, Cape Town
ZM Zambian, Northern Rhodesia, Lusaka
ZW Zimbabwean, Rhodesia, Harare
balkans Balkan
european-union EU
middle-east Near East, Mideast, Middle Eastern
sahel Sahelian
`;

/** English words for a place, by its code in the gazetteer, or the id of a group. */
export const placeWords: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).split(', ')]),
);
