namespace Engagement.Rig.Chaos.Faults;

/// <summary>Clients that hang up or repeat themselves, and clocks that jump.</summary>
internal static class Callers
{
    public static async Task HangUp(Stage stage)
    {
        stage.Mail.HangUps = 40;
        await stage.Wait(0.6);
        stage.Mail.HangUps = 0;
        stage.Notes.Add("40 of 100 requests were hung up on within 12 ms");
    }

    public static async Task SameKey(Stage stage)
    {
        for (var i = 0; i < 10; i++)
        {
            await stage.Clients.SameClaim(stage.Router, 50);
        }

        stage.Notes.Add("10 claims, each 50 times at once with one key through all silos");
    }

    /// <summary>One silo's clock runs over midnight in Shanghai and comes back.</summary>
    public static async Task JumpClock(Stage stage)
    {
        var silo = stage.AnySilo();
        var now = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));
        var ahead = now.Date.AddDays(1) - now.DateTime - TimeSpan.FromSeconds(4);
        silo.MoveClock(ahead);
        await stage.Wait(0.8);
        silo.MoveClock(TimeSpan.FromHours(-2));
        await stage.Wait(0.3);
        silo.MoveClock(TimeSpan.Zero);
        stage.Notes.Add($"the clock of silo{silo.Number} ran over midnight, two hours back, and right again");
        await stage.Healed();
    }
}
