namespace Engagement.Tests.Site;

public static partial class RouteTable
{
    private const string Unit = "/console/certificates/qilou-volunteers", Link = "/BAAAAAAAAAAAAAAAAAAAAA/1";

    private const Who CertifierDesk = Who.Organiser | Who.Operator, StarDesk = Who.Reviewer | Who.Operator;

    public static readonly RouteRow[] Certificates =
    [
        new("GET", "/me/certificates", Who.People),
        new("POST", "/me/certificates", Who.People),
        new("GET", "/me/certificates/preview", Who.People),
        new("GET", "/me/certificates/{number}", Who.People),
        new("GET", "/me/certificates/{number}/certificate.jpg", Who.People),
        new("GET", "/me/certificates/{number}/certificate.pdf", Who.People),
        new("GET", "/me/certificates/{number}/code", Who.People),
        new("POST", "/me/certificates/{number}/shares", Who.People),
        new("GET", "/me/certificates/{number}/shares/{share:int}", Who.People, "/me/certificates/1/shares/1"),
        new("POST", "/me/certificates/{number}/shares/{share:int}/end", Who.People, "/me/certificates/1/shares/1/end"),
        new("GET", "/verify", Who.Everybody),
        new("POST", "/verify", Who.Everybody),
        new("POST", "/verify/signed", Who.Everybody),
        new("GET", "/verify/{number}", Who.Everybody),
        new("POST", "/verify/{number}/name", Who.Everybody),
        new("GET", "/verify/{number}/{share:int}", Who.Everybody, "/verify" + Link),
        new("GET", "/verify/{number}/{share:int}/proof", Who.Everybody, "/verify" + Link + "/proof"),
        new("GET", "/api/v1/certificates/{certificate}", Who.Everybody),
        new("GET", "/api/v1/certificates/{certificate}/shares/{share:int}", Who.Everybody, "/api/v1/certificates/BAAAAAAAAAAAAAAAAAAAAA/shares/1"),
        new("GET", "/console/certificates", CertifierDesk),
        new("GET", "/console/certificates/{unit}", CertifierDesk, Unit),
        new("POST", "/console/certificates/{unit}/contact", CertifierDesk, Unit + "/contact"),
        new("POST", "/console/certificates/{unit}/seal", CertifierDesk, Unit + "/seal"),
        new("GET", "/console/certificates/{unit}/seal.jpg", CertifierDesk, Unit + "/seal.jpg"),
        new("POST", "/console/certificates/{unit}/ask", CertifierDesk, Unit + "/ask"),
        new("POST", "/console/certificates/{unit}/answer", CertifierDesk, Unit + "/answer"),
    ];

    public static readonly RouteRow[] Stars =
    [
        new("GET", "/me/stars", Who.People),
        new("POST", "/me/stars", Who.People),
        new("POST", "/me/stars/withdraw", Who.People),
        new("POST", "/me/stars/appeal", Who.People),
        new("GET", "/me/stars/{level:int}", Who.People, "/me/stars/1"),
        new("GET", "/me/stars/{level:int}/certificate.jpg", Who.People, "/me/stars/1/certificate.jpg"),
        new("GET", "/me/stars/{level:int}/certificate.pdf", Who.People, "/me/stars/1/certificate.pdf"),
        new("GET", "/verify/star/{number}", Who.Everybody),
        new("POST", "/verify/star/{number}/name", Who.Everybody),
        new("GET", "/stars/notice", Who.Everybody),
        new("GET", "/stars/notice/{number}", Who.People),
        new("POST", "/stars/notice/{number}", Who.People),
        new("GET", "/console/stars", StarDesk),
        new("POST", "/console/stars/find", StarDesk),
        new("GET", "/console/stars/{id}", StarDesk),
        new("POST", "/console/stars/{id}/review", StarDesk),
        new("POST", "/console/stars/{id}/answer", StarDesk),
        new("POST", "/console/stars/{id}/bar", StarDesk),
        new("POST", "/console/stars/{id}/appeal", StarDesk),
    ];
}
