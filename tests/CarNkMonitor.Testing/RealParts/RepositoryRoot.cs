namespace CarNkMonitor.Testing.RealParts;

public static class RepositoryRoot
{
    /// <summary>The folder of <c>CarNkMonitor.sln</c> above the running test program.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not run from inside a checkout.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CarNkMonitor.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No CarNkMonitor.sln above {AppContext.BaseDirectory}.");
    }
}
