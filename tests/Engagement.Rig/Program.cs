using Engagement.Rig;
using Engagement.Rig.Chaos;
using Engagement.Rig.Check;
using Engagement.Rig.Grow;
using Engagement.Rig.Load;
using Engagement.Rig.Peers;
using Engagement.Rig.Race;
using Engagement.Rig.Serve;
using Engagement.Rig.Simulate;

try
{
    return args switch
    {
        ["load", .. var rest] => await LoadCommand.Run(RigArguments.Parse(rest, LoadCommand.Options)),
        ["race", .. var rest] => await RaceCommand.Run(RigArguments.Parse(rest, RaceCommand.Options)),
        ["chaos", .. var rest] => await ChaosCommand.Run(RigArguments.Parse(rest, ChaosOptions.Names), rest),
        ["check", .. var rest] => await CheckCommand.Run(RigArguments.Parse(rest, CheckCommand.Options)),
        ["grow", .. var rest] => await GrowCommand.Run(RigArguments.Parse(rest, PeersOptions.Known)),
        ["peers", "check", .. var rest] => await PeersCommand.Check(RigArguments.Parse(rest, PeersOptions.Known)),
        ["peers", "bouquet", .. var rest] => await BouquetCommand.Run(RigArguments.Parse(rest, PeersOptions.Known)),
        ["peers", .. var rest] => await PeersCommand.Run(RigArguments.Parse(rest, PeersOptions.Known)),
        ["serve", .. var rest] => await ServeCommand.Run(RigArguments.Parse(rest, ServeCommand.Options)),
        ["simulate", .. var rest] => await SimulateCommand.Run(RigArguments.Parse(rest, SimulateCommand.Options)),
        _ => RigArguments.Help(),
    };
}
catch (Exception e) when (e is ArgumentException or FormatException or RigException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
