using CarNkMonitor.Grading.Icans;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>An item of a score, written down a second time for the tests.</summary>
sealed record IcansItem(string Code, int Most, Func<IcansInputs, int?> Points, Func<IcansInputs, int?, IcansInputs> With);

static class IcansItems
{
    public static readonly IcansItem[] Ice =
    [
        new("ice_orientation", 4, inputs => inputs.Ice.Orientation, (inputs, points) => inputs with { Ice = inputs.Ice with { Orientation = points } }),
        new("ice_naming", 3, inputs => inputs.Ice.Naming, (inputs, points) => inputs with { Ice = inputs.Ice with { Naming = points } }),
        new("ice_commands", 1, inputs => inputs.Ice.Commands, (inputs, points) => inputs with { Ice = inputs.Ice with { Commands = points } }),
        new("ice_writing", 1, inputs => inputs.Ice.Writing, (inputs, points) => inputs with { Ice = inputs.Ice with { Writing = points } }),
        new("ice_attention", 1, inputs => inputs.Ice.Attention, (inputs, points) => inputs with { Ice = inputs.Ice with { Attention = points } }),
    ];

    public static readonly IcansItem[] Capd =
    [
        new("capd_1", 4, inputs => inputs.Capd.EyeContact, (inputs, points) => inputs with { Capd = inputs.Capd with { EyeContact = points } }),
        new("capd_2", 4, inputs => inputs.Capd.Purposeful, (inputs, points) => inputs with { Capd = inputs.Capd with { Purposeful = points } }),
        new("capd_3", 4, inputs => inputs.Capd.Aware, (inputs, points) => inputs with { Capd = inputs.Capd with { Aware = points } }),
        new("capd_4", 4, inputs => inputs.Capd.Communicates, (inputs, points) => inputs with { Capd = inputs.Capd with { Communicates = points } }),
        new("capd_5", 4, inputs => inputs.Capd.Restless, (inputs, points) => inputs with { Capd = inputs.Capd with { Restless = points } }),
        new("capd_6", 4, inputs => inputs.Capd.Inconsolable, (inputs, points) => inputs with { Capd = inputs.Capd with { Inconsolable = points } }),
        new("capd_7", 4, inputs => inputs.Capd.Underactive, (inputs, points) => inputs with { Capd = inputs.Capd with { Underactive = points } }),
        new("capd_8", 4, inputs => inputs.Capd.SlowToRespond, (inputs, points) => inputs with { Capd = inputs.Capd with { SlowToRespond = points } }),
    ];
}
