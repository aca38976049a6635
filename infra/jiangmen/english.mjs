// Pinyin of the entries on the level of towns, by code; where a character has several readings, the one of the place
// (礼乐 is Lile, 横陂 is Hengbei). generate.mjs adds "Town" or "Subdistrict"; areas are written out.
export const towns = {
    // Pengjiang
    440703002: 'Baisha', 440703005: 'Chaolian', 440703006: 'Huanshi', 440703101: 'Tangxia', 440703102: 'Hetang',
    440703103: 'Duruan',
    // Jianghai
    440704001: 'Jiangnan', 440704004: 'Waihai', 440704005: 'Lile',
    // Xinhui
    440705001: 'Huicheng', 440705101: 'Daze', 440705102: 'Siqian', 440705103: 'Luokeng', 440705104: 'Shuangshui',
    440705105: 'Yamen', 440705106: 'Shadui', 440705107: 'Gujing', 440705108: 'Sanjiang', 440705109: 'Muzhou',
    440705110: "Da'ao", 440705450: 'Guifeng Area', 440705451: 'Yinhu Bay', 440705452: 'Yinhu Bay Coastal New Area',
    440705453: 'Industrial Park', 440705470: 'Xinhui Economic Development Zone',
    // Taishan
    440781001: 'Taicheng', 440781100: 'Dajiang', 440781101: 'Shuibu', 440781102: 'Sijiu', 440781103: 'Baisha',
    440781104: 'Sanhe', 440781105: 'Chonglou', 440781106: 'Doushan', 440781107: 'Duhu', 440781108: 'Chixi',
    440781109: 'Duanfen', 440781110: 'Guanghai', 440781111: 'Haiyan', 440781112: 'Wencun', 440781113: 'Shenjing',
    440781114: 'Beidou', 440781115: 'Chuandao',
    // Kaiping
    440783001: 'Sanbu', 440783002: 'Changsha', 440783103: 'Shatang', 440783104: 'Cangcheng', 440783105: 'Longsheng',
    440783106: 'Dasha', 440783107: 'Magang', 440783108: 'Tangkou', 440783109: 'Chikan', 440783110: 'Baihe',
    440783111: 'Xiangang', 440783112: 'Jinji', 440783115: 'Yueshan', 440783116: 'Chishui', 440783117: 'Shuikou',
    440783400: 'Cuishanhu New Area',
    // Heshan
    440784001: 'Shaping', 440784101: 'Longkou', 440784102: 'Yayao', 440784103: 'Gulao', 440784104: 'Taoyuan',
    440784105: 'Hecheng', 440784106: 'Gonghe', 440784107: 'Zhishan', 440784108: 'Zhaiwu', 440784112: 'Shuanghe',
    440784401: 'Jiangmen Prison of Guangdong', 440784402: 'Sibao Forest Farm of Jiangmen',
    // Enping
    440785001: 'Encheng', 440785100: 'Hengbei', 440785101: 'Shengtang', 440785102: 'Liangxi', 440785103: 'Shahu',
    440785104: 'Niujiang', 440785105: 'Juntang', 440785106: 'Datian', 440785107: 'Naji', 440785108: 'Dahuai',
    440785109: 'Dongcheng', 440785400: 'Enping Park',
};
