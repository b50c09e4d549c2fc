using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>A study as it is asked for.</summary>
/// <param name="Code">Unique in the installation; 1 to 20 letters, digits and hyphens.</param>
public sealed record NewStudy(string? Code, string? Title);

/// <summary>Opens a trial in this installation. Its settings begin with version 1, the defaults.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage sites.</exception>
public sealed class OpenStudy(MonitorContext db, TimeProvider time)
{
    /// <returns>The study's id, or the fields of <see cref="NewStudy"/> that are not right.</returns>
    public async Task<SetupAnswer> Open(StaffMember by, NewStudy wanted, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSites);
        db.ActAs(by, nameof(OpenStudy));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel); // two of the same code at once: the second sees the first
        var code = wanted.Code?.Trim();
        var isTaken = await db.Studies.AnyAsync(study => study.Code == code, cancel);
        IReadOnlyList<EntryProblem> problems =
            [.. TrialNames.OfCode(nameof(NewStudy.Code), code, isTaken), .. TrialNames.OfName(nameof(NewStudy.Title), wanted.Title)];
        if (problems.Count > 0)
        {
            return SetupAnswer.Refused(problems);
        }

        var study = new Study { Code = code!, Title = wanted.Title!.Trim() };
        db.AddRange(study, FirstSettings(study));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(study.Id);
    }

    StudySettingsVersion FirstSettings(Study study) => new()
    {
        StudyId = study.Id, Version = 1, SettingsJson = Json.Write(StudySettings.Default), ValidFrom = time.Now(),
    };
}
