package sector

import "mamori/internal/checklist"

// A Sector is a line of business that a person can choose: a section of the Japan Standard Industrial Classification
// (日本標準産業分類, revision 14, Ministry of Internal Affairs and Communications, in force since 2024-04), with everyday examples of ours.
// Sections G and I are split in two, because the reference figures differ within them.
type Sector struct {
	Code     string
	Name     checklist.Text
	Examples checklist.Text
}

// Sectors are all sectors in the order of the classification.
var Sectors = []Sector{
	{"A", checklist.Text{JA: "農業，林業", EN: "Agriculture and Forestry"}, checklist.Text{JA: "米・野菜・果物づくり、畜産、造園、林業", EN: "growing rice, vegetables or fruit, livestock, landscaping, forestry"}},
	{"B", checklist.Text{JA: "漁業", EN: "Fisheries"}, checklist.Text{JA: "漁、養殖、のりづくり", EN: "fishing, fish farming, seaweed growing"}},
	{"C", checklist.Text{JA: "鉱業，採石業，砂利採取業", EN: "Mining and Quarrying of Stone and Gravel"}, checklist.Text{JA: "採石場、砂利の採取", EN: "quarries, gravel pits"}},
	{"D", checklist.Text{JA: "建設業", EN: "Construction"}, checklist.Text{JA: "工務店、大工、電気工事、水道工事、塗装", EN: "builders, carpenters, electricians, plumbers, painters"}},
	{"E", checklist.Text{JA: "製造業", EN: "Manufacturing"}, checklist.Text{JA: "町工場、食品づくり、酒蔵、印刷、工場で作って卸すパン・菓子", EN: "workshops, food making, breweries, printing, bread or sweets made for other shops"}},
	{"F", checklist.Text{JA: "電気・ガス・熱供給・水道業", EN: "Electricity, Gas, Heat Supply and Water"}, checklist.Text{JA: "発電、都市ガス、水道", EN: "power generation, town gas, water supply"}},
	{"G1", checklist.Text{JA: "情報通信業（情報サービス）", EN: "Information and Communications (information services)"}, checklist.Text{JA: "ソフトの開発、ホームページ制作、システムの運用", EN: "software development, web sites, running systems"}},
	{"G2", checklist.Text{JA: "情報通信業（通信・放送・出版）", EN: "Information and Communications (telecoms, broadcasting, publishing)"}, checklist.Text{JA: "通信、放送、出版、映像制作", EN: "telecoms, broadcasting, publishing, film making"}},
	{"H", checklist.Text{JA: "運輸業，郵便業", EN: "Transport and Postal Services"}, checklist.Text{JA: "運送、タクシー、バス、倉庫、引っ越し", EN: "haulage, taxis, buses, warehouses, removals"}},
	{"I1", checklist.Text{JA: "卸売業", EN: "Wholesale Trade"}, checklist.Text{JA: "問屋、商社、市場の仲卸", EN: "wholesalers, trading firms, market dealers"}},
	{"I2", checklist.Text{JA: "小売業", EN: "Retail Trade"}, checklist.Text{JA: "商店、パン屋（店で焼いて売る）、花屋、薬局、ネット通販、自動車販売", EN: "shops, bakeries that sell what they bake, florists, pharmacies, web shops, car dealers"}},
	{"J", checklist.Text{JA: "金融業，保険業", EN: "Finance and Insurance"}, checklist.Text{JA: "信用組合、保険代理店、質屋", EN: "credit unions, insurance agents, pawnbrokers"}},
	{"K", checklist.Text{JA: "不動産業，物品賃貸業", EN: "Real Estate and Goods Rental and Leasing"}, checklist.Text{JA: "不動産屋、駐車場、レンタカー、機械のリース", EN: "estate agents, car parks, car hire, machine leasing"}},
	{"L", checklist.Text{JA: "学術研究，専門・技術サービス業", EN: "Scientific Research, Professional and Technical Services"}, checklist.Text{JA: "税理士、社労士、弁護士、設計事務所、デザイン、写真、獣医", EN: "tax and labour consultants, lawyers, architects, designers, photographers, vets"}},
	{"M", checklist.Text{JA: "宿泊業，飲食サービス業", EN: "Accommodations, Eating and Drinking Services"}, checklist.Text{JA: "旅館、民宿、食堂、喫茶店、居酒屋、弁当屋", EN: "inns, guest houses, restaurants, cafés, bars, lunch boxes"}},
	{"N", checklist.Text{JA: "生活関連サービス業，娯楽業", EN: "Living-related and Personal Services and Amusement Services"}, checklist.Text{JA: "美容室、理容室、クリーニング、旅行、葬儀、スポーツ施設", EN: "hairdressers, laundries, travel, funerals, sports clubs"}},
	{"O", checklist.Text{JA: "教育，学習支援業", EN: "Education, Learning Support"}, checklist.Text{JA: "学習塾、音楽教室、幼稚園、自動車教習所", EN: "cram schools, music schools, kindergartens, driving schools"}},
	{"P", checklist.Text{JA: "医療，福祉", EN: "Medical, Health Care and Welfare"}, checklist.Text{JA: "医院、歯科、接骨院、介護、保育所", EN: "clinics, dentists, osteopaths, care homes, nurseries"}},
	{"Q", checklist.Text{JA: "複合サービス事業", EN: "Compound Services"}, checklist.Text{JA: "農協、漁協、郵便局", EN: "agricultural and fishery co-operatives, post offices"}},
	{"R", checklist.Text{JA: "サービス業（他に分類されないもの）", EN: "Services, N.E.C."}, checklist.Text{JA: "清掃、警備、人材派遣、自動車整備、修理、廃棄物処理", EN: "cleaning, guards, staffing, car repair, other repair, waste"}},
	{"S", checklist.Text{JA: "公務（他に分類されるものを除く）", EN: "Government, Except Elsewhere Classified"}, checklist.Text{JA: "市役所、町役場", EN: "city and town offices"}},
	{"T", checklist.Text{JA: "分類不能の産業", EN: "Industries Unable to Classify"}, checklist.Text{JA: "どれにも当てはまらない", EN: "none of these"}},
}

// A Size is a class of companies by regular employees, the owner not counted.
type Size struct {
	Code string
	Name checklist.Text
}

// Sizes are all classes, the smallest first. The bounds from 6 up are those of the reference figures.
var Sizes = []Size{
	{"1-5", checklist.Text{JA: "5人以下", EN: "up to 5"}},
	{"6-19", checklist.Text{JA: "6〜19人", EN: "6 to 19"}},
	{"20-49", checklist.Text{JA: "20〜49人", EN: "20 to 49"}},
	{"50-99", checklist.Text{JA: "50〜99人", EN: "50 to 99"}},
	{"100-plus", checklist.Text{JA: "100人以上", EN: "100 or more"}},
}

// Find returns the sector of a code.
func Find(code string) (Sector, bool) {
	for _, s := range Sectors {
		if s.Code == code {
			return s, true
		}
	}
	return Sector{}, false
}

// FindSize returns the size of a code.
func FindSize(code string) (Size, bool) {
	for _, s := range Sizes {
		if s.Code == code {
			return s, true
		}
	}
	return Size{}, false
}
