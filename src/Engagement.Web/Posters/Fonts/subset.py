#!/usr/bin/env python3
"""Cuts the poster font to what posters print: python3 subset.py NotoSerifSC_400Regular.ttf

Input: Noto Serif SC Regular 400 (SIL OFL 1.1), for example from the npm package @expo-google-fonts/noto-serif-sc.
Needs: fonttools. Keeps GB 2312, letters of European names, vertical punctuation and the characters below,
which are common in given names but missing from GB 2312.
"""
import sys
from fontTools import subset

NAMES = "喆堃玥珺翀赟璟瑄镕昇祎湉芃琤暐濛邨垚嫚媗峣嵘旻晟曌栩桢楒榕沄泓浠浬涴淏渼湜溱滢漪潆澍灏炘烜煊煜燊玚玘珮琎琬瑀瑗璇璎璠瓅甯畇皓睿砺祐祯禛秭穗竑筠缦翥翎臻舸芊芮苒荃莜菡萁葳蔺薇蘅衎诩谌谡赟跞轶迦逄邶郗鄢钖铄铠锴镠闫阇雩霁韫頔颀颉飏馥骐骞髙麒黾䶮锟鑫仝亓佟侴俶倧偲僖兕冼凃刘劼勍卬厍呁哿喬啟嘢圳坤埈埕壎奭妤姀姝娅婌婳嫄孖宓尕岚崟嶷巽廙弈彧忱恺愔懋戬扆挲擘攸斐旸昉昀昶晔晞晢晳暄暾朠杲枥枨柃柢栐梽棻椤楠槙樾歆殳毓汭洺浔涔淦渟溁潞濬瀛炅焜煐熳燚牮犇猷珂珈珣珩琅琇琛琦琨琪瑛瑭瑾璋璐璘璞璨瓒甬畹皙盉眙瞳矞砚硕祜祾禔稷竺笪筱箐籍粲綦綪繇罡羿翃翙耘聃胤脩臧舫艽芎苡苣茜荀荻莎莞菀菁萱蓁蓓蕙蕲薏藜虓虔蚺裎褚襄觅訾誉谯豫贇赪趵踔辂辰逵遐邈邕郅郇郦郾鄞酆釉鉴钊钰铎铖锜锬镐镔镝闳阚陔陟隽雎靖鞠韬韶颙飒飖馗騄骁骅骎骢髦魁鲲鸢鸾鹄鹇麋黉黛鼐龑"
text = "".join(
    bytes([a, b]).decode("gb2312", "ignore") for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF)) + NAMES
keep = set(map(ord, text)) | set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | set(range(0x2010, 0x2028))
keep |= set(range(0x3000, 0x3018)) | set(range(0xFE10, 0xFE1A)) | set(range(0xFE30, 0xFE45)) | set(range(0xFF01, 0xFF5F)) | {0xB7, 0x20AC, 0x2192}
options = subset.Options(hinting=False, layout_features=["vert", "vrt2"], name_IDs=[0, 1, 2, 3, 4, 6, 13, 14], notdef_outline=True)
font = subset.load_font(sys.argv[1], options)
cut = subset.Subsetter(options)
cut.populate(unicodes=keep)
cut.subset(font)
subset.save_font(font, "NotoSerifSC-Regular.subset.ttf", options)
print(len(font.getGlyphOrder()), "glyphs")
