using Engagement.Rig;
using Engagement.Rig.Check;
using Engagement.Rig.Compare;
using Engagement.Rig.Floor;
using Engagement.Rig.Load;
using Engagement.Rig.Race;
using Engagement.Rig.Simulate;

try
{
    return args switch
    {
        ["load", .. var rest] => await LoadCommand.Run(RigArguments.Parse(rest, LoadCommand.Options)),
        ["race", .. var rest] => await RaceCommand.Run(RigArguments.Parse(rest, RaceCommand.Options)),
        ["floor", .. var rest] => await FloorCommand.Run(RigArguments.Parse(rest, FloorCommand.Options)),
        ["check", .. var rest] => await CheckCommand.Run(RigArguments.Parse(rest, CheckCommand.Options)),
        ["simulate", .. var rest] => await SimulateCommand.Run(RigArguments.Parse(rest, SimulateCommand.Options)),
        ["compare", .. var rest] => await CompareCommand.Run(RigArguments.Parse(rest, CompareCommand.Options)),
        _ => RigArguments.Help(),
    };
}
catch (Exception e) when (e is ArgumentException or FormatException or RigException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
