"""Countries, their people and their short names: *Russia*, *Russian* and *Russians* name the same place."""

_ROWS = """
usa america american americans
britain british briton britons brit brits uk
russia russian russians
china chinese prc
ukraine ukrainian ukrainians
france french frenchman frenchmen
germany german germans
spain spanish spaniard spaniards
italy italian italians
portugal portuguese
ireland irish
scotland scottish scot scots
wales welsh
england english
netherlands dutch holland
belgium belgian belgians
switzerland swiss
austria austrian austrians
sweden swedish swede swedes
norway norwegian norwegians
denmark danish dane danes
finland finnish finn finns
iceland icelandic
poland polish pole poles
hungary hungarian hungarians
czechia czech czechs
slovakia slovak slovaks
romania romanian romanians
bulgaria bulgarian bulgarians
greece greek greeks
turkey turkish turk turks türkiye turkiye
serbia serbian serb serbs
croatia croatian croat croats
bosnia bosnian bosnians
albania albanian albanians
kosovo kosovar kosovars
estonia estonian estonians
latvia latvian latvians
lithuania lithuanian lithuanians
belarus belarusian belarusians
georgia georgian georgians
armenia armenian armenians
israel israeli israelis
palestine palestinian palestinians
egypt egyptian egyptians
syria syrian syrians
iraq iraqi iraqis
iran iranian iranians
jordan jordanian jordanians
lebanon lebanese
yemen yemeni yemenis
libya libyan libyans
tunisia tunisian tunisians
morocco moroccan moroccans
algeria algerian algerians
sudan sudanese
ethiopia ethiopian ethiopians
kenya kenyan kenyans
somalia somali somalis
nigeria nigerian nigerians
ghana ghanaian ghanaians
congo congolese
rwanda rwandan rwandans
uganda ugandan ugandans
tanzania tanzanian tanzanians
zimbabwe zimbabwean zimbabweans
mali malian malians
japan japanese
korea korean koreans
vietnam vietnamese
thailand thai thais
indonesia indonesian indonesians
malaysia malaysian malaysians
philippines filipino filipinos philippine
india indian indians
pakistan pakistani pakistanis
bangladesh bangladeshi bangladeshis
afghanistan afghan afghans
nepal nepalese nepali
myanmar burma burmese
taiwan taiwanese
australia australian australians
canada canadian canadians
mexico mexican mexicans
brazil brazilian brazilians
argentina argentine argentinian argentinians argentines
chile chilean chileans
colombia colombian colombians
peru peruvian peruvians
venezuela venezuelan venezuelans
cuba cuban cubans
haiti haitian haitians
europe european europeans
africa african africans
asia asian asians
kyiv kiev kyyiv
kharkiv kharkov
lviv lvov
odesa odessa
beijing peking
mumbai bombay
kolkata calcutta
chennai madras
yangon rangoon
niger nigerien
guinea guinean
malta maltese
oman omani
qatar qatari qataris
kuwait kuwaiti kuwaitis
bahrain bahraini
emirates emirati uae
saudi saudis
zambia zambian zambians
malawi malawian
senegal senegalese
angola angolan angolans
mozambique mozambican
namibia namibian
botswana
madagascar malagasy
cambodia cambodian cambodians
laos laotian
mongolia mongolian mongolians
kazakhstan kazakh kazakhs
uzbekistan uzbek uzbeks
turkmenistan turkmen
azerbaijan azerbaijani azerbaijanis
moldova moldovan moldovans
slovenia slovenian slovenes
macedonia macedonian
montenegro montenegrin
luxembourg
cyprus cypriot cypriots
bolivia bolivian bolivians
ecuador ecuadorian
paraguay paraguayan
uruguay uruguayan
panama panamanian
guatemala guatemalan guatemalans
honduras honduran hondurans
nicaragua nicaraguan
jamaica jamaican jamaicans
zealand zealander zealanders
eritrea eritrean eritreans
cameroon cameroonian
lanka lankan lankans
tibet tibetan tibetans
crimea crimean
west western
east eastern
north northern
south southern
conservative conservatives tory tories
republican republicans gop
democrat democrats democratic
islam islamic
latin
eu
un
nato
"""
PLACE_OF = {word: row.split()[0] for row in _ROWS.strip().splitlines() for word in row.split()}
"""Lower-case name of a country, its people or an old spelling -> one word for all of them."""

PHRASES = {
    ("united", "states"): "usa",
    ("united", "kingdom"): "britain",
    ("great", "britain"): "britain",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("soviet", "union"): "ussr",
}
"""Names of two words -> the one word for them."""
SHORT_FOR = {"ussr": ("soviet",), "eu": ("european", "union"), "un": ("united", "nations")}
"""One word -> words that say the same."""

_SEATS = """
usa washington
britain london
russia moscow kremlin
china beijing
ukraine kyiv
france paris
germany berlin
spain madrid
italy rome
portugal lisbon
ireland dublin
austria vienna
sweden stockholm
norway oslo
denmark copenhagen
finland helsinki
poland warsaw
hungary budapest
czechia prague
slovakia bratislava
romania bucharest
greece athens
turkey ankara
serbia belgrade
croatia zagreb
estonia tallinn
latvia riga
lithuania vilnius
belarus minsk
georgia tbilisi
armenia yerevan
egypt cairo
syria damascus
iraq baghdad
iran tehran
lebanon beirut
libya tripoli
tunisia tunis
sudan khartoum
japan tokyo
korea seoul pyongyang
vietnam hanoi
thailand bangkok
indonesia jakarta
philippines manila
india delhi
pakistan islamabad
bangladesh dhaka
afghanistan kabul
nepal kathmandu
taiwan taipei
australia canberra
canada ottawa
cuba havana
venezuela caracas
kenya nairobi
nigeria abuja
zimbabwe harare
eu brussels
"""
SEAT_OF = {seat: row.split()[0] for row in _SEATS.strip().splitlines() for seat in row.split()[1:]}
"""Seat of a government -> the one word for its country: *Moscow says* what *Russia says*."""
